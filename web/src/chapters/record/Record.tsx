// The record: every entry, the latest first.
import { Badge, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { base } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { recordQuery } from './queries';
import type { Schemas } from '../../api/client';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { Witnesses } from './Witnesses';
import './words';

type Page = Schemas['RecordPage'];

export function Record() {
  const { t } = useTranslation();
  const [before, setBefore] = useState<number>();
  return (
    <Stack>
      <Title order={1}>{t('nav.record')}</Title>
      <Query of={recordQuery(before)}>
        {(page) => (
          <>
            <Explained page={page} />
            <Witnesses />
            <Card withBorder>
              <Entries page={page} />
              <Group mt="md">
                <Button variant="default" disabled={before === undefined} onClick={() => setBefore(undefined)}>
                  {t('record.latest')}
                </Button>
                <Button variant="default" disabled={page.first === 0} onClick={() => setBefore(page.first)}>
                  {t('record.older')}
                </Button>
              </Group>
            </Card>
          </>
        )}
      </Query>
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

function Entries({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('nav.record')}
      rows={page.entries}
      rowKey={(row) => row.seq}
      empty={t('record.none')}
      sortBy="seq"
      descending
      columns={useColumns()}
    />
  );
}

function useColumns(): Column<Schemas['RecordRow']>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'seq',
      title: t('record.number'),
      text: (row) => String(row.seq),
      cell: (row) => (
        <Link className="row-link" to="/record/$id" params={{ id: row.seq }}>
          {row.seq}
        </Link>
      ),
    },
    {
      key: 'at',
      title: t('record.at'),
      text: (row) => row.at ?? '',
      cell: (row) => row.at && <When time={row.at} />,
    },
    {
      key: 'command',
      title: t('record.what'),
      text: (row) => row.command,
      cell: (row) => (row.is_sealed ? t('record.sealed') : <Code>{row.acts.join(', ')}</Code>),
    },
    {
      key: 'person',
      title: t('record.who'),
      text: (row) => row.person ?? '',
      cell: (row) => (row.is_sealed ? null : (row.person ?? t('record.host'))),
    },
    {
      key: 'signed',
      title: t('record.signed'),
      text: (row) => String(row.is_signed),
      cell: (row) =>
        row.is_signed && (
          <Badge tt="none" variant="light" color="green">
            {t('record.passkey')}
          </Badge>
        ),
    },
  ];
}
