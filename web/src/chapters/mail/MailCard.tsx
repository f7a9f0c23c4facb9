// How often I am written to, and what was sent last.
import { Button, Card, Group, NativeSelect, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { viewerZone, zones } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import { MailItems } from './MailItems';
import { ownMailQuery } from './queries';
import './words';

type OwnMail = Schemas['OwnMail'];
type Preference = Schemas['Preference'];

const rhythms: Preference['rhythm'][] = ['at-once', 'daily', 'weekly', 'urgent'];
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

export function MailCard() {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" id="mail" aria-label={t('mail.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('mail.title')}
      </Title>
      <Query of={ownMailQuery}>
        {(own) => (own.is_set_up ? <Content own={own} /> : <Text>{t('mail.isNotSent')}</Text>)}
      </Query>
    </Card>
  );
}

function Content({ own }: { own: OwnMail }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('mail.hint', { sender: own.sender })}
      </Text>
      <PreferenceForm key={JSON.stringify(own.preference)} own={own} />
      <Title order={3} size="h5">
        {t('mail.last')}
      </Title>
      <MailItems items={own.items} />
    </Stack>
  );
}

function PreferenceForm({ own }: { own: OwnMail }) {
  const { t, i18n } = useTranslation();
  const kept = own.preference;
  const [wished, setWished] = useState<Preference>({ ...kept, zone: kept.zone || viewerZone() });
  const change = (part: Partial<Preference>) => setWished({ ...wished, ...part });
  const { change: save, busy, problem } = useChange(ownMailQuery);
  const isCollected = wished.rhythm === 'daily' || wished.rhythm === 'weekly';
  // 1 January 2024 was a Monday.
  const dayName = (day: number) =>
    formatter(languageOf(i18n.language), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(() => answer(api.POST('/api/mail/preference', { body: wished })));
      }}
    >
      <Group align="end">
        <NativeSelect
          label={t('mail.rhythm')}
          value={wished.rhythm}
          onChange={({ currentTarget }) => change({ rhythm: currentTarget.value as Preference['rhythm'] })}
          data={rhythms.map((value) => ({ value, label: t(`mail.rhythms.${value}`) }))}
        />
        {wished.rhythm === 'weekly' && (
          <NativeSelect
            label={t('mail.weekday')}
            value={wished.weekday}
            onChange={({ currentTarget }) => change({ weekday: Number(currentTarget.value) })}
            data={weekdays.map((day) => ({ value: `${day}`, label: dayName(day) }))}
          />
        )}
        {isCollected && (
          <NativeSelect
            label={t('mail.hour')}
            value={wished.hour}
            onChange={({ currentTarget }) => change({ hour: Number(currentTarget.value) })}
            data={hours.map((hour) => ({ value: `${hour}`, label: `${`${hour}`.padStart(2, '0')}:00` }))}
          />
        )}
        <NativeSelect
          label={t('mail.zone')}
          value={wished.zone}
          onChange={({ currentTarget }) => change({ zone: currentTarget.value })}
          data={[...new Set([wished.zone, ...zones()])]}
        />
        <Button type="submit" loading={busy}>
          {t('mail.save')}
        </Button>
      </Group>
      <Invitations own={own} wished={wished} onChange={(invitations) => change({ invitations })} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('mail.always')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
    </form>
  );
}

interface InvitationsProps {
  own: OwnMail;
  wished: Preference;
  onChange: (invitations: boolean) => void;
}

function Invitations({ own, wished, onChange }: InvitationsProps) {
  const { t } = useTranslation();
  const isFollowed = own.follows_calendar && wished.invitations === undefined;
  return (
    <>
      <Switch
        mt="sm"
        label={t('mail.invitations')}
        checked={wished.invitations ?? own.is_invited}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        {t(isFollowed ? 'mail.followed' : 'mail.invitationsHint')}
      </Text>
    </>
  );
}
