// A table whose rows are blocks on a phone, each cell with its column's name; to a screen reader it stays a table.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props<Column extends string> {
  label: string;
  columns: readonly Column[];
  /** What a column is called. */
  head: (column: Column) => string;
  verticalSpacing?: 'xs';
  /** Rows, as StackedRow. */
  children: ReactNode;
}

export function StackedTable<Column extends string>({
  label,
  columns,
  head,
  verticalSpacing,
  children,
}: Props<Column>) {
  return (
    <Table aria-label={label} className="stacked" verticalSpacing={verticalSpacing} role="table">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map((column) => (
            <Table.Th key={column} role="columnheader" scope="col">
              {head(column)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">{children}</Table.Tbody>
    </Table>
  );
}

interface RowProps<Column extends string> {
  columns: Props<Column>['columns'];
  head: Props<Column>['head'];
  cells: Record<Column, ReactNode>;
  testId: string;
  className?: string;
}

/** Of plain elements: where there are hundreds of cells, the library's cost more than what stands in them. */
export function StackedRow<Column extends string>({ columns, head, cells, testId, className }: RowProps<Column>) {
  return (
    <tr role="row" data-testid={testId}>
      {columns.map((column) => (
        <td key={column} role="cell" className={className} data-label={head(column)}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}
