// Who waits to speak, for the co-Chair who presides: the floor to the next by one key, or to somebody; the order; and the end of it.
import { ActionIcon, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Section } from '../../components/Section';
import { useTranslation } from '../../locales/i18n';
import { HasFloor } from './Speakers';
import { useSpeakers } from './useSpeakers';
import { useSpeakerKey } from './useStepKeys';
import './words';

type Session = Schemas['MeetingSession'];
type Speaking = ReturnType<typeof useSpeakers>;
type Waiting = NonNullable<Schemas['Speakers']['list']>;

export function SpeakersList({ session }: { session: Session }) {
  const { t } = useTranslation();
  const speaking = useSpeakers(session);
  const { speakers, problem } = speaking;
  const list = speakers?.list;
  if (!list) return null;
  return (
    <Section title={t('speakers.title')}>
      <Stack gap="sm">
        <HasFloor speakers={speakers} />
        <Steps speaking={speaking} speakers={speakers} />
        {problem && <ProblemAlert problem={problem} />}
        {list.length === 0 ? (
          <Text c="dimmed">{t('speakers.nobody')}</Text>
        ) : (
          <List
            type="ordered"
            spacing="xs"
            aria-label={t('speakers.inOrder')}
            styles={{ itemWrapper: { width: '100%' } }}
          >
            {list.map((person, i) => (
              <Row key={person.id} list={list} at={i} speaking={speaking} />
            ))}
          </List>
        )}
        <Text size="sm" c="dimmed">
          {t('speakers.hint')}
        </Text>
      </Stack>
    </Section>
  );
}

function Steps({ speaking, speakers }: { speaking: Speaking; speakers: Schemas['Speakers'] }) {
  const { t } = useTranslation();
  const { busy, giveNext, endSpeech, close } = speaking;
  const next = !busy && speakers.waiting > 0 ? () => void giveNext() : undefined;
  useSpeakerKey(next);
  return (
    <Group>
      <Button onClick={next} disabled={!next}>
        {t('speakers.nextKey')}
      </Button>
      {speakers.speaking && (
        <Button variant="default" disabled={busy} onClick={() => void endSpeech()}>
          {t('speakers.end')}
        </Button>
      )}
      <Button variant="subtle" disabled={busy} onClick={() => void close(!speakers.closed)}>
        {t(speakers.closed ? 'speakers.reopen' : 'speakers.close')}
      </Button>
    </Group>
  );
}

function Row({ list, at, speaking: { busy, giveTo, move } }: { list: Waiting; at: number; speaking: Speaking }) {
  const { t } = useTranslation();
  const person = list[at];
  if (!person) return null;
  const { id, organization } = person;
  const name = person.name ?? t('erased');
  return (
    <List.Item>
      <Group justify="space-between" wrap="nowrap">
        <Text>{organization ? t('speakers.of', { name, organization }) : name}</Text>
        <Group gap={4} wrap="nowrap">
          {at > 0 && (
            <ActionIcon
              variant="subtle"
              size="lg"
              disabled={busy}
              aria-label={t('speakers.moveUp', { name })}
              onClick={() => void move(id, at - 1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          {at + 1 < list.length && (
            <ActionIcon
              variant="subtle"
              size="lg"
              disabled={busy}
              aria-label={t('speakers.moveDown', { name })}
              onClick={() => void move(id, at + 1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
          )}
          <Button
            size="xs"
            variant="light"
            disabled={busy}
            aria-label={t('speakers.giveTo', { name })}
            onClick={() => void giveTo(id)}
          >
            {t('speakers.give')}
          </Button>
        </Group>
      </Group>
    </List.Item>
  );
}
