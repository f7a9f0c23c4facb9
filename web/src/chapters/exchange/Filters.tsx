// What one looks for, and what narrows it.
import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { DayField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';
import { useMarkingChoices } from './Marking';
import type { Search } from './search';

const types = [
  'incident',
  'indicator',
  'attack-pattern',
  'campaign',
  'intrusion-set',
  'malware',
  'report',
  'threat-actor',
  'tool',
  'vulnerability',
] as const;

interface Props {
  search: Search;
  onText: (text: string) => void;
  onChange: (chosen: Partial<Search>) => void;
}

export function Filters({ search, onText, onChange }: Props) {
  const { t } = useTranslation();
  const markingChoices = useMarkingChoices();
  return (
    <>
      <Group align="end">
        <TextInput
          flex={1}
          miw={220}
          label={t('exchange.search')}
          description={t('exchange.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search.q}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <Select
          clearable
          label={t('exchange.type')}
          data={types.map((value) => ({ value, label: t(`stix.${value}`) }))}
          value={search.type}
          onChange={(type) => onChange({ type })}
        />
        <Select
          clearable
          label={t('exchange.marking')}
          data={markingChoices}
          value={search.marking}
          onChange={(marking) => onChange({ marking })}
        />
      </Group>
      <Group align="end">
        <Makers value={search.by} onChange={(by) => onChange({ by })} />
        <DayField label={t('exchange.since')} value={search.since} onChange={(since) => onChange({ since })} />
        <DayField label={t('exchange.until')} value={search.until} onChange={(until) => onChange({ until })} />
        <Select
          allowDeselect={false}
          label={t('exchange.order')}
          data={[
            { value: 'newest', label: t('exchange.newestFirst') },
            { value: 'oldest', label: t('exchange.oldestFirst') },
          ]}
          value={search.oldest ? 'oldest' : 'newest'}
          onChange={(order) => onChange({ oldest: order === 'oldest' })}
        />
      </Group>
    </>
  );
}

function Makers({ value, onChange }: { value: string | null; onChange: (by: string | null) => void }) {
  const { t } = useTranslation();
  const { data: directory } = useQuery(organizationsQuery);
  return (
    <Select
      clearable
      searchable
      label={t('exchange.sharedBy')}
      data={[
        { value: 'community', label: t('exchange.byCommunity') },
        ...(directory?.organizations ?? []).map(({ id, key }) => ({ value: String(id), label: key })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
