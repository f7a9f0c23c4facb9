// On the strategic page: the risks that Members rate the highest, by totals that this device verified (clause 2.5).
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { StrategicTrend } from '../exposure/shared';
import { courseOf } from './course';
import type { Line } from './line';
import { linesOf, placeOf } from './line';
import { risksQuery } from './queries';
import { RoundLink } from './RoundLink';
import { topOf } from './shown';
import { BandsCell, RiskLink, ScoreMark } from './Standing';
import type { Asking } from './useRatings';
import { useRatings } from './useRatings';
import './words';

export function TopRisks() {
  const { t } = useTranslation();
  return (
    <Stack component="section" aria-label={t('risk.top.title')} gap={4} data-testid="top-risks">
      <Title order={2} size="h5">
        {t('risk.top.title')}
      </Title>
      <Query of={risksQuery}>{(register) => <Rated register={register} />}</Query>
    </Stack>
  );
}

function Rated({ register: { risks, bands } }: { register: Schemas['Risks'] }) {
  const { t } = useTranslation();
  const { round, of, askings } = useRatings();
  if (!round) return <Text size="sm">{t('risk.top.never')}</Text>;
  if (!of)
    return (
      <Text size="sm">
        {t('risk.top.notVerified')} <RoundLink round={round} />
      </Text>
    );
  const { top, unrated } = topOf(linesOf(risks, of));
  return (
    <>
      <Text size="sm">
        {t('risk.top.by')} <RoundLink round={round} />
        {', '}
        <When time={round.closes} dateOnly />
        {'.'}
        {unrated > 0 && ` ${t('risk.top.unrated', { count: unrated })}`}
      </Text>
      {top.length > 0 && <Table lines={top} bands={bands} askings={askings} />}
    </>
  );
}

const columns = ['title', 'score', 'bands', 'owner'] as const;
type Column = (typeof columns)[number];

interface TableProps {
  lines: Line[];
  bands: Schemas['RiskBands'];
  askings: Asking[];
}

function Table({ lines, bands, askings }: TableProps) {
  const { t } = useTranslation();
  const head = (column: Column) => t(`risk.column.${column}`);
  const cells = (line: Line): Record<Column, ReactNode> => ({
    title: <RiskLink risk={line.risk} />,
    score: <Score line={line} askings={askings} />,
    bands: <BandsCell bands={bands} place={placeOf(line)} />,
    owner: line.risk.owner ?? <span className="dimmed">{t('risk.nobody')}</span>,
  });
  return (
    <StackedTable label={t('risk.top.title')} columns={columns} head={head} verticalSpacing="xs">
      {lines.map((line) => (
        <StackedRow
          key={line.risk.id}
          columns={columns}
          head={head}
          testId={`top-risk-${line.risk.id}`}
          cells={cells(line)}
        />
      ))}
    </StackedTable>
  );
}

/** Where it was asked once alone, there is no way that it went. */
function Score({ line, askings }: { line: Line; askings: Asking[] }) {
  const course = courseOf(line.risk.id, askings);
  return (
    <Group gap="xs" component="span" display="inline-flex">
      <ScoreMark line={line} />
      {course.length > 1 && <StrategicTrend points={course} better="less" isShort />}
    </Group>
  );
}
