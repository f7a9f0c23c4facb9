// How one joins a session from elsewhere: the link, in its time, and the form for whoever sets it.
import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { meetingQuery } from './queries';
import './words';

type Joining = NonNullable<Schemas['MeetingSession']['join']>;

export function Join({ join, zone, title }: { join: Joining; zone: string; title: string }) {
  const { t } = useTranslation();
  const { link } = join;
  // Whoever set it, no other kind of address is ever followed from here.
  if (link?.startsWith('https://'))
    return (
      <Group>
        <Button component="a" href={link} target="_blank" rel="noopener noreferrer" variant="light">
          {t('joining.join', { title })}
        </Button>
      </Group>
    );
  return (
    <Text size="sm" c="dimmed" data-testid="joining">
      {t('joining.later')} <When time={join.from} zone={zone} />
    </Text>
  );
}

/** The page is read again when a link of it appears, and when it goes: nothing happens in the record then. */
export function useLinksInTime({ id, sessions }: Pick<Schemas['Meeting'], 'id' | 'sessions'>) {
  const queryClient = useQueryClient();
  const changes = sessions.flatMap(({ join }) => (join ? [join.from, join.until] : [])).join(' ');
  useEffect(() => {
    const left = changes
      .split(' ')
      .map((time) => Date.parse(time) - Date.now())
      .filter((wait) => wait > 0 && wait < longestWait);
    if (left.length === 0) return undefined;
    const timer = setTimeout(() => void queryClient.invalidateQueries(meetingQuery(id)), Math.min(...left) + 1000);
    return () => clearTimeout(timer);
  }, [id, changes, queryClient]);
}

/** Browsers count no further (HTML, section 8.6). */
const longestWait = 2 ** 31 - 2000;

interface Place {
  meeting: number;
  session?: number;
}

/** For a session, or for all open ones of the meeting. */
export function LinkForm({ place, isSet }: { place: Place; isSet: boolean }) {
  const { t } = useTranslation();
  const [link, setLink] = useState('');
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'set-join-link',
      ...place,
      link: contents.add(JSON.stringify({ link: link.trim() })),
    }),
  });
  return (
    <>
      <ActForm label={t(isSet ? 'joining.change' : 'joining.set')} act={act} onDone={() => setLink('')}>
        <TextField
          required
          type="url"
          pattern="https://.+"
          label={t('joining.link')}
          description={t(place.session === undefined ? 'joining.ofMeeting' : 'joining.ofSession')}
          maxLength={2000}
          value={link}
          onChange={setLink}
        />
      </ActForm>
      {isSet && (
        <ActButton size="sm" variant="subtle" command={{ type: 'remove-join-link', ...place }}>
          {t('joining.remove')}
        </ActButton>
      )}
    </>
  );
}
