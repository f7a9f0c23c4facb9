// The guests of a meeting: what each may see, and what is done where a link was lost, a name is wrong, or somebody is not to come.
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { newLink } from '../../acts/links';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { base } from '../../api/client';
import { LinkOnce } from '../../components/LinkOnce';
import { CorrectForm, seenDecidedOn } from '../people/shared';
import { useTranslation } from '../../locales/i18n';
import './words';

type Meeting = Schemas['Meeting'];
type Guest = Schemas['Guest'];

/** As whoever has it opens it. */
export const addressOf = (secret: string) => `${window.location.origin}${base}/guest#${secret}`;

/** Nothing for those who admit nobody, and where nobody is admitted. */
export function Guests({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const guests = meeting.guest_list ?? [];
  if (guests.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('guests.title')}>
      <Title order={2} size="h4">
        {t('guests.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('guests.hint')}
      </Text>
      <Stack component="ul" p={0} m={0} aria-label={t('guests.title')} gap="md">
        {guests.map((guest) => (
          <Row key={guest.person.id} guest={guest} meeting={meeting} />
        ))}
      </Stack>
    </Card>
  );
}

function Row({ guest, meeting }: { guest: Guest; meeting: Meeting }) {
  const { t } = useTranslation();
  const { person, sessions, came } = guest;
  const titles = meeting.sessions.filter(({ id }) => sessions.includes(id)).map(({ title }) => title ?? t('erased'));
  return (
    <Group component="li" justify="space-between" align="flex-start" style={{ listStyle: 'none' }}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{person.name ?? t('erased')}</Text>
          <Badge tt="none" variant="light" color={came ? 'green' : 'gray'}>
            {t(came ? 'guests.came' : 'guests.notYet')}
          </Badge>
        </Group>
        <Text size="sm">{t('guests.sees', { sessions: titles.join(', ') })}</Text>
      </div>
      <Moves guest={guest} meeting={meeting.id} />
    </Group>
  );
}

function Moves({ guest: { person, may }, meeting }: { guest: Guest; meeting: number }) {
  const { t } = useTranslation();
  const name = person.name ?? t('erased');
  return (
    <Group gap="xs">
      {may.includes('renew-guest-link') && <NewLink person={person} name={name} meeting={meeting} />}
      {may.includes('correct-person') && <CorrectForm isGuest person={person.id} profile={person} size="compact-sm" />}
      {may.includes('revoke-guest') && (
        <ActButton
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t('guests.revokeOf', { name })}
          words={t('guests.words.revoke', { name })}
          command={() => ({ type: 'revoke-guest', meeting, person: person.id, seen: seenDecidedOn(person) })}
        >
          {t('guests.revoke')}
        </ActButton>
      )}
    </Group>
  );
}

/** Only whoever makes a link knows it: one that was lost is not found again, so another takes its place. */
function NewLink({ person, name, meeting }: { person: Guest['person']; name: string; meeting: number }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [link, setLink] = useState<string>();
  const renew = async () => {
    const { secret, key } = newLink();
    const done = await perform({
      words: t('guests.words.renew', { name }),
      command: (): Command => ({
        type: 'renew-guest-link',
        meeting,
        person: person.id,
        link_key: key,
        seen: seenDecidedOn(person),
      }),
    });
    if (done) setLink(addressOf(secret));
  };
  return (
    <>
      <Button size="compact-sm" variant="light" aria-label={t('guests.renewOf', { name })} onClick={() => void renew()}>
        {t('guests.renew')}
      </Button>
      <LinkOnce
        title={t('guests.linkOf', { name })}
        hint={t('guests.linkHint')}
        link={link}
        onClose={() => setLink(undefined)}
      />
    </>
  );
}
