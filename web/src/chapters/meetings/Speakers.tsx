// Asking to speak: for everybody who is in the session, with their own place and who has the floor.
import { Button, Group, Stack, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { useSpeakers } from './useSpeakers';
import './words';

type Session = Schemas['MeetingSession'];

export function Speakers({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { speakers, busy, problem, ask, withdraw } = useSpeakers(session);
  if (!speakers) return null;
  const { place, closed } = speakers;
  return (
    <Stack component="section" gap="xs" aria-label={t('speakers.title')}>
      <HasFloor speakers={speakers} />
      <Group>
        {place === null ? (
          !closed && (
            <Button variant="light" size="sm" disabled={busy} onClick={() => void ask()}>
              {t('speakers.ask')}
            </Button>
          )
        ) : (
          <Button variant="default" size="sm" disabled={busy} onClick={() => void withdraw()}>
            {t('speakers.withdraw')}
          </Button>
        )}
        <Place speakers={speakers} />
      </Group>
      {problem && <ProblemAlert problem={problem} />}
      <Text size="sm" c="dimmed">
        {t('speakers.hint')}
      </Text>
    </Stack>
  );
}

function Place({ speakers: { place, waiting, closed } }: { speakers: Schemas['Speakers'] }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" role="status" data-testid="own-place">
      {place === null ? t('speakers.waiting', { count: waiting }) : t('speakers.place', { place, count: waiting })}
      {closed && ` ${t('speakers.closed')}`}
    </Text>
  );
}

export function HasFloor({ speakers: { speaking } }: { speakers: Schemas['Speakers'] }) {
  const { t } = useTranslation();
  const name = speaking && (speaking.name ?? t('erased'));
  return (
    <Text fw={600} role="status" data-testid="has-floor">
      {name === null ? t('speakers.nobodySpeaks') : t('speakers.speaks', { name })}
    </Text>
  );
}
