// What would come of each row of a table; what is wrong with it is said in words.
import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useTranslation } from '../../locales/i18n';
import type { DryRow } from './dryRun';
import type { Around } from './ItemTable';

const columns = ['line', 'title', 'kind', 'group', 'holder', 'due', 'outcome'] as const;
type Column = (typeof columns)[number];

interface Props {
  rows: DryRow[];
  around: Around;
  organizations: Schemas['OrganizationRow'][];
}

export function DryTable({ rows, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <StackedTable label={t('import.outcome')} columns={columns} head={(column) => t(`import.column.${column}`)}>
      {rows.map((row) => (
        <DryTr key={row.line} row={row} {...rest} />
      ))}
    </StackedTable>
  );
}

function DryTr({ row, around: { groups, zone }, organizations }: Omit<Props, 'rows'> & { row: DryRow }) {
  const { t } = useTranslation();
  const { line, title, said, asked, faults } = row;
  // What could not be read is shown as it is written.
  const cells: Record<Column, ReactNode> = {
    line,
    title,
    kind: asked.kind ? t(`item.kind.${asked.kind}`) : said.kind,
    group: asked.group === undefined ? said.group : groups.find(({ id }) => id === asked.group)?.title,
    holder: asked.holder === undefined ? said.holder : organizations.find(({ id }) => id === asked.holder)?.key,
    due: asked.due === undefined ? said.due : <DayEnd time={asked.due} zone={zone} short />,
    outcome:
      faults.length === 0 ? (
        t('import.right')
      ) : (
        <List size="sm" listStyleType="none">
          {faults.map((fault) => (
            <List.Item key={fault}>
              <Text size="sm" c="var(--mantine-color-error)">
                {t(`import.fault.${fault}`)}
              </Text>
            </List.Item>
          ))}
        </List>
      ),
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`import.column.${column}`)}
      cells={cells}
      testId={`line-${line}`}
      className="breakable"
    />
  );
}
