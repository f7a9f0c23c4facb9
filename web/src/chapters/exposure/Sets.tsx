// What rounds ask: the question sets, which of their versions the Members adopted, and the fingerprints under which they did.
import { Badge, Card, Code, Group, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MotionLink } from '../decisions/shared';
import { ProposeSetForm } from './ProposeSetForm';

type Row = Schemas['QuestionSet'];

/** Enough to be told apart by eye; the whole of it is what is compared. */
const shown_digits = 12;

export function Sets({ sets, mayPropose }: { sets: Row[]; mayPropose: boolean }) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Card withBorder component="section" aria-label={t('exposure.sets')}>
      <Title order={2} size="h4" mb="sm">
        {t('exposure.sets')}
      </Title>
      <DataTable
        label={t('exposure.sets')}
        rows={sets}
        rowKey={({ id }) => id}
        empty={t('exposure.noSets')}
        sortBy="name"
        aside={mayPropose ? <Propose sets={sets} /> : undefined}
        columns={columns}
      />
    </Card>
  );
}

function Propose({ sets }: { sets: Row[] }) {
  const { t } = useTranslation();
  return (
    <Group>
      <Link to="/exposure/sets/new" className="row-link target">
        {t('exposure.bring')}
      </Link>
      <ProposeSetForm sets={sets} />
    </Group>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const state = ({ in_force, adopted_at }: Row) =>
    t(`exposure.set.${in_force ? 'inForce' : adopted_at ? 'replaced' : 'proposed'}`);
  return [
    {
      key: 'name',
      title: t('exposure.column.set'),
      text: ({ facts }) => `${facts.name} ${facts.version}`,
      cell: ({ id, facts }) => (
        <Link to="/exposure/sets/$id" params={{ id }} className="row-link target">
          {t('exposure.set.version', { ...facts })}
        </Link>
      ),
    },
    {
      key: 'rhythm',
      title: t('exposure.column.rhythm'),
      text: ({ facts }) => facts.rhythm,
      cell: ({ facts }) => t(`exposure.set.${facts.rhythm}`),
    },
    {
      key: 'fingerprint',
      title: t('exposure.column.fingerprint'),
      text: ({ facts }) => facts.fingerprint,
      cell: ({ facts: { fingerprint } }) => <Code title={fingerprint}>{fingerprint.slice(0, shown_digits)}</Code>,
    },
    {
      key: 'state',
      title: t('exposure.column.stage'),
      text: state,
      cell: (row) => (
        <Badge tt="none" variant="light" color={row.in_force ? 'green' : 'gray'}>
          {state(row)}
        </Badge>
      ),
    },
    {
      key: 'decided',
      title: t('exposure.column.decided'),
      text: ({ adopted_at }) => adopted_at ?? '',
      cell: ({ adopted_at, motion }) => (
        <>
          {adopted_at && <When time={adopted_at} dateOnly />} <MotionLink motion={motion} />
        </>
      ),
    },
  ];
}
