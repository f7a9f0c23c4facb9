// Forms for who takes part in a meeting beside the representatives: guests, the Symposium Committee.
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import { newLink } from '../../acts/links';
import { seen, together } from '../../acts/seen';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { PersonSelect, usePersonNamed, usePersonSeen } from '../people/shared';
import { addressOf } from './Guests';

export function GuestForm({ meeting, onLink }: { meeting: Schemas['Meeting']; onLink: (link: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [sessions, setSessions] = useState<string[]>([]);
  const open = meeting.sessions.filter((session) => session.kind === 'open');
  const [{ secret, key }, renew] = useState(newLink);
  const act = (): Act => ({
    words: t('words.admit-guest', { name, meeting: meeting.details?.title ?? t('erased') }),
    command: (contents): Command => ({
      type: 'admit-guest',
      meeting: meeting.id,
      profile: contents.add(JSON.stringify({ email: '', name, title: t('meeting.guest') })),
      sessions: sessions.map(Number),
      link_key: key,
    }),
  });
  const showLink = () => {
    onLink(addressOf(secret));
    renew(newLink());
    setName('');
  };
  return (
    <ActForm label={t('meeting.admitGuest')} act={act} onDone={showLink}>
      <TextField required label={t('name')} maxLength={120} value={name} onChange={setName} />
      {open.length === 0 && <Text c="dimmed">{t('meeting.noOpenSession')}</Text>}
      <Checkbox.Group label={t('meeting.guestSessions')} value={sessions} onChange={setSessions}>
        <Stack gap="xs" mt="xs">
          {open.map((session) => (
            <Checkbox key={session.id} value={String(session.id)} label={session.title} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActForm>
  );
}

export function CommitteeForm({ meeting }: { meeting: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const { id, details, wording } = meeting;
  const command = (who: string | null): Command => ({
    type: 'appoint-symposium-committee',
    meeting: id,
    person: Number(who),
    seen: together(seenOf(who), seen(wording, [{ title: details?.title, place: details?.place }])),
  });
  const act = (): Act => ({
    words: t('words.appoint-symposium-committee', { name: named(person), meeting: details?.title ?? t('erased') }),
    command: (): Command => command(person),
  });
  return (
    <ActForm label={t('meeting.appointCommittee')} act={act}>
      <PersonSelect value={person} onChange={setPerson} asks={command} />
    </ActForm>
  );
}
