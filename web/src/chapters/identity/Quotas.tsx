// How much of what everybody may in a while was used of late: for the Secretary, who sees so who fills the host.
import { Card, List, Text, Title } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import './words';

type Used = Schemas['Quotas'];

const quotasQuery = queryOptions({
  queryKey: ['quotas'],
  queryFn: () => answer(api.GET('/api/quotas')),
  meta: { shows: 'everything' },
});

export function Quotas() {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('quotas.title')}>
      <Title order={2} size="h4">
        {t('quotas.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('quotas.hint')}
      </Text>
      <Query of={quotasQuery}>{(used) => <Content used={used} />}</Query>
    </Card>
  );
}

const unitsOf = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;
/** In the way in which the reader writes numbers. */
function amount(bytes: number, language: string): string {
  const [unit, size] = unitsOf.find(([, least]) => bytes >= least) ?? unitsOf[2];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size);
}

function Content({ used }: { used: Used }) {
  return (
    <>
      <Most used={used} />
      <OfTheHost used={used} />
      <Uses uses={used.uses} />
    </>
  );
}

function Most({ used: { most } }: { used: Used }) {
  const { t, i18n } = useTranslation();
  return (
    <List size="sm" mb="sm">
      <List.Item>{t('quotas.acts', { person: most.acts_an_hour, committee: most.committee_acts_an_hour })}</List.Item>
      <List.Item>{t('quotas.contents', { most: amount(most.content_bytes_a_day, i18n.language) })}</List.Item>
      <List.Item>
        {t('quotas.threats', {
          objects: most.threat_objects_a_day,
          most: amount(most.threat_bytes_a_day, i18n.language),
        })}
      </List.Item>
      <List.Item>
        {t('quotas.uploads', {
          most: most.uploads,
          organization: most.uploads_of_organization,
          person: most.uploads_of_person,
        })}
      </List.Item>
      <List.Item>{t('quotas.others', { tokens: most.tokens, streams: most.streams })}</List.Item>
    </List>
  );
}

/** What all communities of the host share: how much, and how much of it is in use. */
function OfTheHost({ used: { host, in_use } }: { used: Used }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600}>
        {t('quotas.host')}
      </Text>
      <List size="sm" mb="sm">
        <List.Item>
          {t('quotas.connections', {
            most: host.connections,
            address: host.connections_by_address,
            now: in_use.connections,
            one: in_use.connections_of_one,
          })}
        </List.Item>
        <List.Item>
          {t('quotas.bodies', { address: host.bodies_by_address, now: in_use.bodies, one: in_use.bodies_of_one })}
        </List.Item>
        <List.Item>{t('quotas.files', { now: in_use.uploads })}</List.Item>
        <List.Item>
          {t('quotas.reserve', { most: amount(host.reserve_bytes, i18n.language) })}
          {in_use.free_bytes !== undefined && ` ${t('quotas.free', { now: amount(in_use.free_bytes, i18n.language) })}`}
        </List.Item>
      </List>
    </>
  );
}

const shares = [
  ['acts', 'quotas.ofActs'],
  ['contents', 'quotas.ofContents'],
  ['threats', 'quotas.ofThreats'],
  ['uploads', 'quotas.ofUploads'],
  ['tokens', 'quotas.ofTokens'],
  ['streams', 'quotas.ofStreams'],
] as const;

function Uses({ uses }: Pick<Used, 'uses'>) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('quotas.title')}
      rows={uses.map((use, place) => ({ ...use, place, who: use.who ?? t('erased') }))}
      rowKey={({ place }) => place}
      empty={t('quotas.none')}
      sortBy="contents"
      descending
      columns={[
        { key: 'who', title: t('security.who'), text: ({ who }) => who, cell: ({ who }) => who },
        ...shares.map(([key, title]) => ({
          key,
          title: t(title),
          text: (use: Used['uses'][number]) => `${use[key]}`,
          cell: (use: Used['uses'][number]) => (use[key] > 0 ? t('quotas.share', { part: use[key] }) : ''),
        })),
      ]}
    />
  );
}
