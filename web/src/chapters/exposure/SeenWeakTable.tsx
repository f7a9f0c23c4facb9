// The techniques that outcomes answer, row by row, what weighs most first.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/i18n';

import { languageOf } from '../../components/formatters';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { answering_set } from './attack';
import { OutcomeLink } from './OutcomeLink';
import { usePercent } from './percent';
import type { Outcome, SeenWeak } from './seenWeak';
import { TechniqueName } from './TechniqueName';

const columns = ['technique', 'weight', 'round', 'exchange', 'low', 'outcomes'] as const;
type Column = (typeof columns)[number];

export function SeenWeakTable({ rows }: { rows: SeenWeak[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Text>{t('seen.nothing')}</Text>;
  return (
    <StackedTable label={t('seen.list')} columns={columns} head={(column) => t(`seen.column.${column}`)}>
      {rows.map((row) => (
        <Row key={row.technique} row={row} />
      ))}
    </StackedTable>
  );
}

const isAsked = ({ low }: Outcome) => low !== undefined;

function Row({ row }: { row: SeenWeak }) {
  const { t, i18n } = useTranslation();
  const percent = usePercent();
  const number = new Intl.NumberFormat(languageOf(i18n.language), { maximumFractionDigits: 1 });
  const { weight, inRound, atExchange, spokenOf, low, outcomes } = row;
  const [all, asked] = [outcomes.length, outcomes.filter(isAsked).length];
  const cells: Record<Column, ReactNode> = {
    technique: <TechniqueName of={row} />,
    weight: weight === undefined ? '–' : number.format(weight),
    round: number.format(inRound),
    exchange: (
      <>
        {number.format(atExchange)}
        {spokenOf > 0 && <Beside>{t('seen.spokenOf', { count: spokenOf })}</Beside>}
      </>
    ),
    low: (
      <>
        {low === undefined ? t('seen.notAsked') : percent(low)}
        {low !== undefined && asked < all && <Beside>{t('seen.ofSome', { count: asked, all })}</Beside>}
      </>
    ),
    outcomes: <Outcomes all={outcomes} />,
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`seen.column.${column}`)}
      cells={cells}
      testId={`seen-${row.technique}`}
    />
  );
}

function Beside({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

/** Those that were asked each with its share, the others in one line. */
function Outcomes({ all }: { all: Outcome[] }) {
  const { t } = useTranslation();
  const percent = usePercent();
  const others = all.filter((one) => !isAsked(one));
  return (
    <>
      <ul className="plain-list">
        {all.filter(isAsked).map(({ id, low = 0 }) => (
          <li key={id}>
            <OutcomeLink set={answering_set} id={id} />: {percent(low)}
          </li>
        ))}
      </ul>
      {others.length > 0 && <Beside>{t('seen.notAskedAre', { ids: others.map(({ id }) => id).join(', ') })}</Beside>}
    </>
  );
}
