// Items, a row for each; on a phone each row is a block.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useTranslation } from '../../locales/i18n';
import { DueCell, HolderCell, ItemLink, StateCell } from './Standing';

type Item = Schemas['Item'];
type Group = Schemas['GroupRow'];

const columns = ['title', 'group', 'holder', 'due', 'state'] as const;

export interface Around {
  /** All items, for the sake of those that block others. */
  all: Map<number, Item>;
  groups: Group[];
  zone: string;
  now: Date;
}

interface Props {
  label: string;
  rows: Item[];
  around: Around;
  /** Says more of an item in its first cell. */
  more?: (item: Item) => ReactNode;
}

export function ItemTable({ label, rows, around, more }: Props) {
  const { t } = useTranslation();
  return (
    <StackedTable label={label} columns={columns} head={(column) => t(`item.column.${column}`)} verticalSpacing="xs">
      {rows.map((item) => (
        <ItemTr key={item.id} item={item} around={around} more={more} />
      ))}
    </StackedTable>
  );
}

function ItemTr({ item, around, more }: { item: Item } & Pick<Props, 'around' | 'more'>) {
  const { t } = useTranslation();
  const { all, groups, zone, now } = around;
  const cells: Record<(typeof columns)[number], ReactNode> = {
    title: (
      <>
        <ItemLink item={item} />
        <div className="dimmed">{t(`item.kind.${item.kind}`)}</div>
        {more?.(item)}
      </>
    ),
    group: item.group === null ? null : <GroupLink id={item.group} groups={groups} />,
    holder: <HolderCell item={item} />,
    due: <DueCell item={item} zone={zone} now={now} />,
    state: <StateCell item={item} all={all} />,
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`item.column.${column}`)}
      cells={cells}
      testId={`item-${item.id}`}
    />
  );
}

interface GroupProps {
  id: number;
  groups: Group[];
}

export function GroupTitle({ id, groups }: GroupProps) {
  const { t } = useTranslation();
  const title = groups.find((one) => one.id === id)?.title;
  return <>{title ?? t('item.groupNumber', { number: id })}</>;
}

export function GroupLink(group: GroupProps) {
  return (
    <Link to="/groups/$id" params={{ id: group.id }} className="text-link breakable">
      <GroupTitle {...group} />
    </Link>
  );
}
