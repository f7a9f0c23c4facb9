// Threats and incidents that members shared: a search that answers as one types, and the door to share one's own.
import { Anchor, Badge, Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';
import { Refused } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { IncidentForm } from './IncidentForm';
import { Marking, useMarkingChoices } from './Marking';
import { searchQuery } from './queries';
import { UploadForm } from './UploadForm';
import { Who } from './Who';

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

export function Exchange() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, typeDelay);
  const [type, setType] = useState<string | null>(null);
  const [marking, setMarking] = useState<string | null>(null);
  const markingChoices = useMarkingChoices();
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery(searchQuery({ q, type, marking }));
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
      <Group align="end">
        <TextInput
          flex={1}
          miw={220}
          label={t('exchange.search')}
          description={t('exchange.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          clearable
          label={t('exchange.type')}
          data={types.map((value) => ({ value, label: t(`stix.${value}`) }))}
          value={type}
          onChange={setType}
        />
        <Select clearable label={t('exchange.marking')} data={markingChoices} value={marking} onChange={setMarking} />
      </Group>
      {error instanceof Refused && <ProblemAlert problem={error.problem} />}
      {data && objects.length === 0 && (
        <Text c="dimmed" py="lg">
          {q || type || marking ? t('table.nothingFits') : t('exchange.none')}
        </Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list" aria-label={t('exchange.found')}>
        {objects.map((object) => (
          <ObjectRow key={object.id + object.added} object={object} />
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

export function ObjectRow({ object, how }: { object: Schemas['ObjectHead']; how?: string }) {
  const { t } = useTranslation();
  return (
    <Card component="li" withBorder padding="xs">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className="breakable">
          {how && (
            <Text span c="dimmed" size="sm">
              {`${how} `}
            </Text>
          )}
          <Anchor component={Link} to={`/exchange/object/${object.id}`} fw={500}>
            {object.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t(`stix.${object.type}`, { defaultValue: object.type })} · <Who by={object.by} />{' '}
            <When time={object.added} />
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" className="unshrinking">
          {object.revoked && <Badge color="gray">{t('exchange.revoked')}</Badge>}
          <Marking level={object.marking} />
        </Group>
      </Group>
    </Card>
  );
}
