// Threats and incidents that members shared: a search that answers as one types, and the door to share one's own.
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Refused } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { IncidentForm } from './IncidentForm';
import { useMarkingChoices } from './Marking';
import type { Search } from './queries';
import { searchQuery } from './queries';
import { ObjectRow } from './ObjectRow';
import { UploadForm } from './UploadForm';
import './words';

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
const typeDelay = 150;

type Chosen = Omit<Search, 'q'>;

export function Exchange() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, typeDelay);
  const [search, setSearch] = useState<Chosen>({ type: null, marking: null });
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery(searchQuery({ q, ...search }));
  const objects = data?.pages.flatMap((page) => page.objects) ?? [];
  const may = data?.pages[0]?.may ?? [];
  return (
    <Stack aria-busy={!data && !error}>
      <Group justify="space-between">
        <Title order={1}>{t('nav.exchange')}</Title>
        <Group>
          <Button variant="subtle" component={Link} to="/exchange/matrix">
            {t('exchange.matrix')}
          </Button>
          <Button variant="subtle" component={Link} to="/exchange/machines">
            {t('exchange.machines')}
          </Button>
          {may.includes('share') && <UploadForm />}
          {may.includes('share') && <IncidentForm />}
        </Group>
      </Group>
      <Filters search={{ ...search, q: text }} onText={setText} onChange={setSearch} />
      {error instanceof Refused && <ProblemAlert problem={error.problem} />}
      {data && objects.length === 0 && (
        <Text c="dimmed" py="lg">
          {q || search.type || search.marking ? t('table.nothingFits') : t('exchange.none')}
        </Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list" aria-label={t('exchange.found')}>
        {objects.map((object) => (
          <Safely key={object.id + object.added}>
            <ObjectRow object={object} />
          </Safely>
        ))}
      </Stack>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {t('exchange.more')}
        </Button>
      )}
    </Stack>
  );
}

interface FiltersProps {
  search: Search;
  onText: (text: string) => void;
  onChange: (chosen: Chosen) => void;
}

function Filters({ search, onText, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const markingChoices = useMarkingChoices();
  const chosen: Chosen = { type: search.type, marking: search.marking };
  return (
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
        onChange={(type) => onChange({ ...chosen, type })}
      />
      <Select
        clearable
        label={t('exchange.marking')}
        data={markingChoices}
        value={search.marking}
        onChange={(marking) => onChange({ ...chosen, marking })}
      />
    </Group>
  );
}
