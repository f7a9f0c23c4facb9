// Items as cards, a column for each state; to a screen reader a list of lists. Nothing is dragged: acts are signed, on the page that a card leads to.
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';

import type { Schemas } from '../../api/client';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import type { Column } from './board';
import { columnsOf, hasPages } from './board';
import type { Filter } from './filter';
import type { Around } from './ItemTable';
import { GroupTitle } from './ItemTable';
import { DueCell, ItemLink } from './Standing';
import './views.css';

interface Props {
  shown: Schemas['Item'][];
  filter: Filter;
  around: Around;
}

export function Board({ shown, filter, around }: Props) {
  const { t } = useTranslation();
  // What has no marker is told as a list only where that is said.
  return (
    <ul className="plain-list board" role="list" aria-label={t('itemBoard.title')}>
      {columnsOf(shown, filter).map((column) => (
        <ColumnItem key={column.state} column={column} filter={filter} around={around} />
      ))}
    </ul>
  );
}

function ColumnItem({ column, filter, around }: Omit<Props, 'shown'> & { column: Column }) {
  const { t } = useTranslation();
  const name = useId();
  const { state, items, total } = column;
  const title = t(`item.state.${state}`);
  return (
    <li data-testid={`column-${state}`}>
      <Title order={2} size="h5" id={name}>
        {t('itemBoard.count', { title, count: total })}
      </Title>
      {total === 0 ? (
        <Text size="sm" c="dimmed">
          {t('itemBoard.nothing')}
        </Text>
      ) : (
        <ul className="plain-list cards" role="list" aria-labelledby={name}>
          {items.map((item) => (
            <li key={item.id} data-testid={`item-${item.id}`}>
              <Safely>
                <Card item={item} around={around} />
              </Safely>
            </li>
          ))}
        </ul>
      )}
      {!hasPages(filter) && total > items.length && (
        <Link className="row-link target" to="/items" search={{ ...filter, state, page: undefined }}>
          {t('itemBoard.all', { title, count: total })}
        </Link>
      )}
    </li>
  );
}

function Card({ item, around: { groups, zone, now } }: { item: Schemas['Item']; around: Around }) {
  const { t } = useTranslation();
  return (
    <>
      <ItemLink item={item} />
      <dl>
        <div>
          <dt>{t('item.column.holder')}</dt>
          <dd className="breakable">{item.holder ?? t('item.nobody')}</dd>
        </div>
        <div>
          <dt>{t('item.column.due')}</dt>
          <dd>
            <DueCell item={item} zone={zone} now={now} />
          </dd>
        </div>
        {item.group !== null && (
          <div>
            <dt>{t('item.column.group')}</dt>
            <dd className="breakable">
              <GroupTitle id={item.group} groups={groups} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
