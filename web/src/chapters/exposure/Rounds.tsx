// The rounds, the latest first.
import { Badge, Card, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { useAsked, useStanding } from './standing';

type Row = Schemas['RoundHead'];

export function Rounds({ rounds }: { rounds: Row[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Card withBorder component="section" aria-label={t('exposure.rounds')}>
      <Title order={2} size="h4" mb="sm">
        {t('exposure.rounds')}
      </Title>
      <DataTable
        label={t('exposure.rounds')}
        rows={rounds}
        rowKey={({ id }) => id}
        empty={t('exposure.noRounds')}
        sortBy="opens"
        descending
        columns={columns}
      />
    </Card>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const standing = useStanding();
  const asked = useAsked();
  const title = (row: Row) => row.title ?? t('erased');
  const took = ({ answered, asked: all }: Row) => (all === 0 ? '' : t('exposure.tookShort', { answered, asked: all }));
  return [
    {
      key: 'title',
      title: t('exposure.column.round'),
      text: title,
      cell: (row) => (
        <>
          <UnstyledButton
            className="row-link"
            renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id: row.id }} {...props} />}
          >
            {title(row)}
          </UnstyledButton>
          <OwnPart of={row} />
        </>
      ),
    },
    { key: 'asks', title: t('exposure.column.asks'), text: asked, cell: asked },
    {
      key: 'opens',
      title: t('exposure.column.opens'),
      text: ({ opens }) => opens,
      cell: ({ opens }) => <When time={opens} dateOnly />,
    },
    {
      key: 'closes',
      title: t('exposure.column.closes'),
      text: ({ closes }) => closes,
      cell: ({ closes }) => <When time={closes} dateOnly />,
    },
    { key: 'took', title: t('exposure.column.took'), text: took, cell: took },
    {
      key: 'stage',
      title: t('exposure.column.stage'),
      text: standing,
      cell: (row) => (
        <Badge tt="none" variant="light" color={row.stage === 'voting' ? 'green' : 'gray'}>
          {standing(row)}
        </Badge>
      ),
    },
  ];
}

/** What the own seat did in it, or may do yet; nothing where it is not asked. */
function OwnPart({ of: { stage, closes, own_asked, own_cast } }: { of: Row }) {
  const { t } = useTranslation();
  if (own_cast)
    return (
      <Text size="sm" c="dimmed">
        {t('exposure.own.cast')}
      </Text>
    );
  if (!own_asked || stage !== 'voting') return null;
  return (
    <Text size="sm" fw={600}>
      {t('exposure.own.waits')} <When time={closes} />
    </Text>
  );
}
