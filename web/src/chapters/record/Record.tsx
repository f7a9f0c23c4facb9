// The record: every entry, the latest first, each as a sentence; the bytes are one click away.
import { Badge, Button, Card, Code, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { base } from '../../api/client';
import { Loaded } from '../../components/Query';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { actsThatSay, useActs } from './acts';
import { recordQuery } from './queries';
import { Witnesses } from './Witnesses';
import './words';

type Page = Schemas['RecordPage'];
type Row = Schemas['RecordRow'];

const typing_ms = 300;

export function Record() {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [text] = useDebouncedValue(typed.trim(), typing_ms);
  const found = useInfiniteQuery(recordQuery({ text, acts: text === '' ? [] : actsThatSay(text) }));
  const more = found.hasNextPage ? () => void found.fetchNextPage() : undefined;
  return (
    <Stack>
      <Title order={1}>{t('nav.record')}</Title>
      <Witnesses />
      <Card withBorder>
        <TextInput
          label={t('record.search')}
          description={t('record.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          mb="sm"
        />
        <Loaded data={found.data} error={found.error}>
          {({ pages }) => (
            <>
              <Entries rows={pages.flatMap(({ entries }) => entries)} />
              <End page={pages.at(-1)} text={text} count={pages.flatMap(({ entries }) => entries).length} />
              {more && (
                <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={more}>
                  {t(text === '' ? 'record.more' : 'record.searchOlder')}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Card>
      {found.data?.pages[0] && <Explained page={found.data.pages[0]} />}
    </Stack>
  );
}

function Explained({ page }: { page: Page }) {
  const { t } = useTranslation();
  const command = `ccop audit ${window.location.origin}${base}/log/ --token … --key ${page.log_key}`;
  return (
    <Card withBorder>
      <Text>{t('record.explain', { count: page.size })}</Text>
      <Code block className="wrap" mt="sm">
        {command}
      </Code>
    </Card>
  );
}

/** What is not found, and how far was looked. */
function End({ page, text, count }: { page: Page | undefined; text: string; count: number }) {
  const { t } = useTranslation();
  if (page === undefined || count > 0) return null;
  const words =
    text === ''
      ? t('record.none')
      : page.first > 0
        ? t('record.nothingYet', { entry: page.first })
        : t('record.nothingFound');
  return (
    <Text c="dimmed" role="status">
      {words}
    </Text>
  );
}

const columns = ['number', 'at', 'what', 'signed'] as const;

function Entries({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const head = (column: (typeof columns)[number]) => t(`record.${column}`);
  if (rows.length === 0) return null;
  return (
    <StackedTable label={t('nav.record')} columns={columns} head={head} verticalSpacing="xs">
      {rows.map((row) => (
        <StackedRow
          key={row.seq}
          testId="entry"
          columns={columns}
          head={head}
          cells={{
            number: (
              <Link className="row-link target" to="/record/$id" params={{ id: row.seq }}>
                {row.seq}
              </Link>
            ),
            at: row.at && <When time={row.at} />,
            what: <What row={row} />,
            signed: row.is_signed && (
              <Badge tt="none" variant="light" color="green">
                {t('record.passkey')}
              </Badge>
            ),
          }}
        />
      ))}
    </StackedTable>
  );
}

export function What({ row }: { row: Row }) {
  const { t } = useTranslation();
  const said = useActs()(row);
  if (row.is_sealed)
    return (
      <Text span c="dimmed">
        {t('record.sealed')}
      </Text>
    );
  if (said.length === 0) return <>{t('record.noActs')}</>;
  if (said.length === 1) return <span className="breakable">{said[0]}</span>;
  return (
    <List className="breakable" size="sm">
      {said.map((sentence, i) => (
        <List.Item key={i}>{sentence}</List.Item>
      ))}
    </List>
  );
}
