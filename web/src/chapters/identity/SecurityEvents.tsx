// What happened at one's own door; and for the Secretary, at everybody's.
import { Card, Text, Title } from '@mantine/core';
import type { UseQueryOptions } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import './words';

type Events = Schemas['SecurityEvents'];

const ownQuery = queryOptions({
  queryKey: ['security-events', 'own'],
  queryFn: () => answer(api.GET('/api/me/security-events')),
  meta: { shows: 'everything' },
});
const allQuery = queryOptions({
  queryKey: ['security-events', 'all'],
  queryFn: () => answer(api.GET('/api/security-events')),
  meta: { shows: 'everything' },
});

export function SecurityEvents({ isSecretary }: { isSecretary: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <EventsCard of={ownQuery} title={t('security.own')} hint={t('security.ownHint')} />
      {isSecretary && <EventsCard of={allQuery} title={t('security.all')} hint={t('security.allHint')} />}
    </>
  );
}

interface Props<K extends readonly unknown[]> {
  of: UseQueryOptions<Events, Error, Events, K>;
  title: string;
  hint: string;
}

function EventsCard<K extends readonly unknown[]>({ of, title, hint }: Props<K>) {
  const { t } = useTranslation();
  const who = ({ person, by }: Events['events'][number]) =>
    by === null ? (person ?? '') : t('security.by', { person: person ?? t('erased'), by });
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {hint}
      </Text>
      <Query of={of}>
        {({ events }) => (
          <DataTable
            label={title}
            rows={events.map((event, place) => ({ ...event, place }))}
            rowKey={({ place }) => place}
            empty={t('security.none')}
            sortBy="when"
            descending
            columns={[
              { key: 'when', title: t('security.when'), text: (e) => e.at, cell: (e) => <When time={e.at} /> },
              {
                key: 'what',
                title: t('security.what'),
                text: (e) => t(`security.kind.${e.kind}`),
                cell: (e) => t(`security.kind.${e.kind}`),
              },
              { key: 'who', title: t('security.who'), text: who, cell: who },
              { key: 'from', title: t('security.from'), text: (e) => e.caller, cell: (e) => e.caller },
            ]}
          />
        )}
      </Query>
    </Card>
  );
}
