// How a session is closed: whoever closes it and a Member who is drawn sign what happened there in numbers.
import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { addWords, useTranslation } from '../../locales/i18n';
import { meetingQuery } from './queries';
import { countRoom } from './room';
import words from './closing.en.json';
import './words';

addWords(words);

type Session = Schemas['MeetingSession'];
type Closing = NonNullable<Session['closing']>;

/** How long a Member who was drawn has to answer, as the rules have it. */
const attesting_ms = 120_000;

export function CloseSession({ session, title, meeting }: { session: Session; title: string; meeting: number }) {
  const { closing } = session;
  return (
    <Stack gap="xs">
      {closing && <Awaited closing={closing} meeting={meeting} />}
      <Steps session={session} title={title} />
    </Stack>
  );
}

/** Who is to sign. When their time is over others can be drawn, of which nothing else tells. */
function Awaited({ closing, meeting }: { closing: Closing; meeting: number }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { attester, attested, drawn_at } = closing;
  useEffect(() => {
    const left_ms = Date.parse(drawn_at) + attesting_ms + 1_000 - Date.now();
    if (attested || left_ms <= 0) return undefined;
    const timer = setTimeout(() => void queryClient.invalidateQueries(meetingQuery(meeting)), left_ms);
    return () => clearTimeout(timer);
  }, [attested, drawn_at, meeting, queryClient]);
  const name = attester?.name ?? '';
  const state = attested ? 'attested' : attester ? 'awaited' : 'alone';
  return (
    <Alert color="yellow" title={t('closing.title')} data-testid="closing">
      <Text size="sm">{t(`closing.${state}`, { name })}</Text>
    </Alert>
  );
}

function Steps({ session, title }: { session: Session; title: string }) {
  const { t } = useTranslation();
  const { id, may, motions, closing } = session;
  return (
    <Group>
      {may.includes('attest-session') && (
        <ActButton
          words={t('closing.words.attest', { title })}
          command={async () => ({ type: 'attest-session', session: id, counts: await countRoom(id, motions) })}
        >
          {t('closing.attest')}
        </ActButton>
      )}
      {may.includes('begin-closing') && !may.includes('close-session') && (
        <ActButton
          variant="default"
          words={t('closing.words.begin', { title })}
          command={{ type: 'begin-closing', session: id }}
        >
          {t(closing ? 'closing.another' : 'session.close')}
        </ActButton>
      )}
      {may.includes('close-session') && (
        <ActButton
          variant="default"
          words={t('closing.words.close', { title })}
          command={async () => ({ type: 'close-session', session: id, counts: await countRoom(id, motions) })}
        >
          {t('session.close')}
        </ActButton>
      )}
      {may.includes('resume-session') && (
        <ActButton variant="subtle" command={{ type: 'resume-session', session: id }}>
          {t('closing.resume')}
        </ActButton>
      )}
    </Group>
  );
}
