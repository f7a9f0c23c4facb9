// Items of a table that somebody has: read, shown row by row with what is wrong, and added all at once or not at all.
import { Alert, Anchor, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';
import { WithItems } from './Around';
import type { Mapping } from './columns';
import { mappingOf } from './columns';
import type { Csv } from '../../components/csv';
import { delimiterNames, readCsv } from '../../components/csv';
import type { Order } from './days';
import { DryTable } from './DryTable';
import type { DryRow } from './dryRun';
import { dryRun, isAmbiguous, mostAtOnce, otherDays, wholeOf } from './dryRun';
import { Columns } from './ImportColumns';
import { Source } from './ImportSource';
import { GroupSelect, HolderSelect } from './ItemForms';
import type { Around } from './ItemTable';
import { itemText } from './written';
import './words';

export function Import() {
  const { t } = useTranslation();
  return (
    <WithItems>
      {({ may }, around) => (
        <Stack maw={1100}>
          <Title order={1}>{t('import.title')}</Title>
          <Text size="sm">
            <Anchor component={Link} to="/items" inherit underline="always">
              {t('item.all')}
            </Anchor>
          </Text>
          {may.includes('add-items') ? <Brought around={around} /> : <Text>{t('import.notYours')}</Text>}
        </Stack>
      )}
    </WithItems>
  );
}

function Brought({ around }: { around: Around }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const csv = text.trim() === '' ? undefined : readCsv(text);
  return (
    <>
      <Text size="sm">{t('import.hint', { most: mostAtOnce })}</Text>
      <Source text={text} onChange={setText} />
      {csv?.unclosed !== undefined && (
        <Alert color="red" variant="light" role="alert" title={t('import.unclosed', { line: csv.unclosed })} />
      )}
      {csv && csv.unclosed === undefined && csv.rows.length < 2 && <Text>{t('import.noRows')}</Text>}
      {csv && csv.unclosed === undefined && csv.rows.length > 1 && (
        <Read key={csv.rows[0]?.cells.join('\n')} csv={csv} around={around} />
      )}
    </>
  );
}

/** One with a first row that names the columns, and rows below it. */
function Read({ csv: { delimiter, rows }, around }: { csv: Csv; around: Around }) {
  const { t } = useTranslation();
  const { data } = useQuery(organizationsQuery);
  const heads = rows[0]?.cells ?? [];
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(heads));
  const [order, setOrder] = useState<Order>();
  const [holder, setHolder] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const dry = dryRun(
    rows.slice(1),
    mapping,
    {
      organizations: data?.organizations ?? [],
      groups: around.groups.filter(({ over_at }) => over_at === null),
      zone: around.zone,
      now: around.now,
      holder: holder === null ? null : Number(holder),
      group: group === null ? null : Number(group),
    },
    order,
  );
  return (
    <>
      <Text size="sm">
        {t('import.read', { delimiter: t(`import.delimiter.${delimiterNames[delimiter]}`), count: dry.length })}
      </Text>
      <Columns heads={heads} mapping={mapping} onChange={setMapping} />
      <Group align="flex-end" role="group" aria-label={t('import.forAll')}>
        <HolderSelect required={false} label={t('import.holderForAll')} value={holder} onChange={setHolder} />
        <GroupSelect label={t('import.groupForAll')} groups={around.groups} value={group} onChange={setGroup} />
      </Group>
      {isAmbiguous(dry) && <WhichFirst rows={dry} value={order} onChange={setOrder} />}
      {data && <Outcome rows={dry} around={around} organizations={data.organizations} />}
    </>
  );
}

interface WhichFirstProps {
  rows: DryRow[];
  value: Order | undefined;
  onChange: (order: Order) => void;
}

function WhichFirst({ rows, value, onChange }: WhichFirstProps) {
  const { t } = useTranslation();
  const others = otherDays(rows);
  return (
    <Radio.Group
      required
      label={t('import.whichFirst')}
      description={others && t(`import.others.${others}`)}
      value={value ?? null}
      onChange={(order) => onChange(order as Order)}
    >
      <Group mt="xs">
        {(['day-first', 'month-first'] as const).map((order) => (
          <Radio key={order} value={order} label={t(`import.order.${order}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

interface OutcomeProps {
  rows: DryRow[];
  around: Around;
  organizations: Schemas['OrganizationRow'][];
}

function Outcome({ rows, around, organizations }: OutcomeProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const perform = useAct();
  const [busy, setBusy] = useState(false);
  const whole = wholeOf(rows);
  const wrong = rows.filter(({ faults }) => faults.length > 0).length;
  const add = async () => {
    if (!whole) return;
    setBusy(true);
    const receipt = await perform({
      words: '',
      command: (contents): Command => ({
        type: 'add-items',
        texts: whole.map((row) => contents.add(itemText(row))),
        items: whole.map(({ asked }) => asked),
      }),
    });
    setBusy(false);
    if (receipt) await navigate({ to: '/items' });
  };
  return (
    <>
      <Text fw={600} role="status">
        {rows.length > mostAtOnce
          ? t('import.tooMany', { count: rows.length, most: mostAtOnce })
          : t(wrong === 0 ? 'import.allRight' : 'import.wrong', { count: wrong === 0 ? rows.length : wrong })}
      </Text>
      <Group>
        <Button disabled={!whole} loading={busy} onClick={() => void add()}>
          {t('import.add', { count: rows.length })}
        </Button>
      </Group>
      <DryTable rows={rows} around={around} organizations={organizations} />
    </>
  );
}
