// Risks, a row for each; on a phone each row is a block.
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useTranslation } from '../../locales/i18n';
import type { Line } from './line';
import { placeOf } from './line';
import { BandsCell, MarkingBadge, RiskBadge, RiskLink, ScoreCell } from './Standing';

const columns = ['title', 'score', 'bands', 'owner', 'review', 'state'] as const;
type Column = (typeof columns)[number];

interface Around {
  bands: Schemas['RiskBands'];
  zone: string;
}

export function RiskTable({ lines, ...around }: Around & { lines: Line[] }) {
  const { t } = useTranslation();
  return (
    <StackedTable
      label={t('risk.all')}
      columns={columns}
      head={(column) => t(`risk.column.${column}`)}
      verticalSpacing="xs"
    >
      {lines.map((line) => (
        <RiskTr key={line.risk.id} line={line} {...around} />
      ))}
    </StackedTable>
  );
}

function RiskTr({ line, bands, zone }: Around & { line: Line }) {
  const { t } = useTranslation();
  const { risk, text } = line;
  const cells: Record<Column, ReactNode> = {
    title: (
      <>
        <RiskLink risk={risk} />
        {text && (
          <div className="dimmed">
            {t(`risk.origin.${text.origin}`)} <MarkingBadge marking={text.marking} />
          </div>
        )}
      </>
    ),
    score: <ScoreCell line={line} />,
    bands: <BandsCell bands={bands} place={placeOf(line)} />,
    owner: risk.owner ?? <span className="dimmed">{t('risk.nobody')}</span>,
    review: risk.review_by !== null && <DayEnd time={risk.review_by} zone={zone} short />,
    state: <RiskBadge state={risk.state} />,
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`risk.column.${column}`)}
      cells={cells}
      testId={`risk-${risk.id}`}
    />
  );
}
