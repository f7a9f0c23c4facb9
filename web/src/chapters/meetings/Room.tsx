// The room of a live session: the quorum, and who is here.
import { Badge, Group, Progress, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import './words';

type Session = Schemas['MeetingSession'];

/** More names than these are shown when asked for. */
const mostAtOnce = 12;

export function Room({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <div>
      <Quorum session={session} />
      {session.attendance.length > 0 && (
        <details open={session.attendance.length <= mostAtOnce}>
          <summary className="target">{t('session.here', { count: session.attendance.length })}</summary>
          <Group gap={6}>
            {session.attendance.map((person) => (
              <Badge key={person.id} tt="none" variant="light" color={person.votes ? 'ocean' : 'gray'}>
                {person.for ?? t('session.office')} · {person.name ?? t('erased')}
              </Badge>
            ))}
          </Group>
        </details>
      )}
    </div>
  );
}

/** Nothing is decided in other sessions. */
export function Quorum({ session: { kind, quorum } }: { session: Session }) {
  const { t } = useTranslation();
  const { present, needed, members, stands } = quorum;
  if (kind !== 'executive') return null;
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600} data-testid="quorum">
          {t(stands ? 'session.quorumStands' : 'session.quorumMissing', { present, needed })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('session.ofMembers', { members })}
        </Text>
      </Group>
      <Progress
        value={(100 * present) / Math.max(1, members)}
        color={stands ? 'green' : 'yellow'}
        aria-label={t('session.quorum')}
      />
    </div>
  );
}
