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

const bytesIn = { kilobyte: 1e3, megabyte: 1e6 };
/** In the way in which the reader writes numbers. */
function amount(bytes: number, language: string): string {
  const unit = bytes < bytesIn.megabyte ? 'kilobyte' : 'megabyte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / bytesIn[unit],
  );
}

function Content({ used: { most, uses } }: { used: Used }) {
  const { t, i18n } = useTranslation();
  const share = (part: number) => t('quotas.share', { part });
  return (
    <>
      <List size="sm" mb="sm">
        <List.Item>{t('quotas.acts', { person: most.acts_an_hour, committee: most.committee_acts_an_hour })}</List.Item>
        <List.Item>{t('quotas.contents', { most: amount(most.content_bytes_a_day, i18n.language) })}</List.Item>
        <List.Item>
          {t('quotas.threats', {
            objects: most.threat_objects_a_day,
            most: amount(most.threat_bytes_a_day, i18n.language),
          })}
        </List.Item>
        <List.Item>{t('quotas.others', { tokens: most.tokens, streams: most.streams })}</List.Item>
      </List>
      <DataTable
        label={t('quotas.title')}
        rows={uses.map((use, place) => ({ ...use, place, who: use.who ?? t('erased') }))}
        rowKey={({ place }) => place}
        empty={t('quotas.none')}
        sortBy="contents"
        descending
        columns={[
          { key: 'who', title: t('security.who'), text: ({ who }) => who, cell: ({ who }) => who },
          {
            key: 'acts',
            title: t('quotas.ofActs'),
            text: ({ acts }) => `${acts}`,
            cell: ({ acts }) => (acts > 0 ? share(acts) : ''),
          },
          {
            key: 'contents',
            title: t('quotas.ofContents'),
            text: ({ contents }) => `${contents}`,
            cell: ({ contents }) => (contents > 0 ? share(contents) : ''),
          },
          {
            key: 'threats',
            title: t('quotas.ofThreats'),
            text: ({ threats }) => `${threats}`,
            cell: ({ threats }) => (threats > 0 ? share(threats) : ''),
          },
        ]}
      />
    </>
  );
}
