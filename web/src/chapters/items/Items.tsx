// Milestones and actions of the work-plan: those that the address asks for, the soonest first.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { download } from '../../components/download';
import { useTranslation } from '../../locales/i18n';
import { WithItems } from './Around';
import { Board } from './Board';
import { hasPages } from './board';
import type { Filter, Page } from './filter';
import { pageOf, shownOf } from './filter';
import { Filters } from './Filters';
import { AddForm } from './ItemForms';
import type { Around } from './ItemTable';
import { ItemTable } from './ItemTable';
import { tableOf } from './table';
import { TimeLine } from './TimeLine';
import { ViewChoice } from './ViewChoice';
import './words';

export function Items() {
  const filter = useSearch({ from: '/shell/items' });
  const navigate = useNavigate();
  return (
    <WithItems>
      {(items, around) => (
        <Content
          items={items}
          around={around}
          filter={filter}
          onFilter={(search) => void navigate({ to: '/items', search, replace: true })}
        />
      )}
    </WithItems>
  );
}

interface Props {
  items: Schemas['Items'];
  around: Around;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

function Content({ items: { items, may }, around, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const own = useMe().data?.organization?.key;
  const shown = shownOf(items, filter, own, around.now);
  const page = pageOf(shown, filter.page);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('item.all')}</Title>
        <Group className="no-print">
          {may.includes('add-items') && <AddForm key={filter.group} around={around} group={filter.group} />}
          {may.includes('add-items') && (
            <Link to="/items/import" className="row-link target">
              {t('item.bring')}
            </Link>
          )}
          <Button
            size="sm"
            variant="default"
            disabled={shown.length === 0}
            onClick={() => download(t('item.csvName'), tableOf(shown, around.groups, around.zone), 'text/csv')}
          >
            {t('item.csv')}
          </Button>
        </Group>
      </Group>
      <Group justify="flex-end">
        <ViewChoice filter={filter} />
      </Group>
      <Filters items={items} around={around} filter={filter} onChange={onFilter} />
      <Text size="sm" c="dimmed" role="status">
        {shown.length === 0
          ? t(items.length === 0 ? 'item.none' : 'item.nothingFits')
          : t(hasPages(filter) ? 'item.shown' : 'item.together', {
              count: shown.length,
              first: page.before + 1,
              last: page.before + page.rows.length,
            })}
      </Text>
      {shown.length > 0 && <Shown shown={shown} page={page} filter={filter} around={around} />}
      {hasPages(filter) && (
        <Pages page={page} onPage={(number) => onFilter({ ...filter, page: number > 1 ? number : undefined })} />
      )}
    </Stack>
  );
}

interface ShownProps {
  shown: Schemas['Item'][];
  page: Page;
  filter: Filter;
  around: Around;
}

function Shown({ shown, page: { rows }, filter, around }: ShownProps) {
  const { t } = useTranslation();
  if (filter.view === 'board') return <Board shown={shown} filter={filter} around={around} />;
  return (
    <>
      {filter.view === 'line' && <TimeLine rows={rows} around={around} />}
      <ItemTable label={t('item.all')} rows={rows} around={around} />
    </>
  );
}

function Pages({ page: { number, pages }, onPage }: { page: Page; onPage: (number: number) => void }) {
  const { t } = useTranslation();
  if (pages === 1) return null;
  const go = (to: number) => {
    onPage(to);
    window.scrollTo({ top: 0 });
  };
  return (
    <Group component="nav" aria-label={t('item.pages')}>
      <Button variant="default" size="sm" disabled={number === 1} onClick={() => go(number - 1)}>
        {t('item.before')}
      </Button>
      <Text size="sm">{t('item.page', { number, pages })}</Text>
      <Button variant="default" size="sm" disabled={number === pages} onClick={() => go(number + 1)}>
        {t('item.next')}
      </Button>
    </Group>
  );
}
