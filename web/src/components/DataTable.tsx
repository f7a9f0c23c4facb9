// A list that filters and sorts, with a sentence where it is empty. On a phone each row is a block of its own, and nothing is cut off.
import { Group, NativeSelect, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';

import { useTranslation } from '../locales/i18n';
import { Safely } from './Safely';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts and filters by. */
  text: (row: Row) => string;
}

interface Props<Row> {
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string | number;
  empty: ReactNode;
  aside?: ReactNode;
  sortBy?: string;
  descending?: boolean;
}

interface Sort {
  key: string;
  descending: boolean;
}

export function DataTable<Row>({ label, rows, columns, rowKey, empty, aside, sortBy, descending = false }: Props<Row>) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<Sort>({ key: sortBy ?? columns[0]?.key ?? '', descending });
  const shown = useMemo(() => {
    const wanted = rows.length > 1 ? filter.trim().toLowerCase() : '';
    const column = columns.find(({ key }) => key === sort.key);
    const kept = rows.filter((row) => !wanted || columns.some(({ text }) => text(row).toLowerCase().includes(wanted)));
    const sign = sort.descending ? -1 : 1;
    return column
      ? kept.sort((a, b) => sign * column.text(a).localeCompare(column.text(b), undefined, { numeric: true }))
      : kept;
  }, [rows, columns, filter, sort]);

  return (
    <>
      <Group justify="space-between" mb="sm">
        {rows.length > 1 && (
          <>
            <TextInput
              aria-label={t('table.filter', { label })}
              placeholder={t('table.filterShort')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <NativeSelect
              hiddenFrom="sm"
              aria-label={t('table.sort', { label })}
              data={columns.map(({ key, title }) => ({ value: key, label: t('table.sortBy', { column: title }) }))}
              value={sort.key}
              onChange={(event) => setSort({ key: event.currentTarget.value, descending: false })}
            />
          </>
        )}
        {aside}
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed" py="lg" component="div">
          {rows.length === 0 ? empty : t('table.nothingFits')}
        </Text>
      ) : (
        <Table aria-label={label} role="table" className="stacked sortable" highlightOnHover verticalSpacing="sm">
          <Heads columns={columns} sort={sort} onSort={setSort} />
          <Table.Tbody role="rowgroup">
            {shown.map((row) => (
              <Table.Tr key={rowKey(row)} role="row">
                {columns.map(({ key, title, cell }) => (
                  <Table.Td key={key} role="cell" data-label={title}>
                    <Safely>{cell(row)}</Safely>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

interface HeadsProps<Row> {
  columns: Column<Row>[];
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** The titles; the one that is pressed is sorted by, and pressed again the other way round. */
function Heads<Row>({ columns, sort, onSort }: HeadsProps<Row>) {
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        {columns.map(({ key, title }) => {
          const sorted = sort.key === key;
          const order = sort.descending ? 'descending' : 'ascending';
          return (
            <Table.Th key={key} role="columnheader" aria-sort={sorted ? order : 'none'}>
              <UnstyledButton onClick={() => onSort({ key, descending: sorted && !sort.descending })}>
                <Group gap={4} wrap="nowrap">
                  <Text fw={600} size="sm">
                    {title}
                  </Text>
                  {sorted && <Arrow size={14} aria-hidden />}
                </Group>
              </UnstyledButton>
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}
