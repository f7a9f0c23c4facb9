// Chooses which items are shown.
import { Checkbox, Group, Select } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { Filter, ShownState } from './filter';
import { shownStates } from './filter';
import type { Around } from './ItemTable';

interface Props {
  items: Schemas['Item'][];
  around: Around;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function Filters({ items, around: { groups }, filter, onChange }: Props) {
  const { t } = useTranslation();
  const { view, group, holder, state = 'to-do', mine, overdue } = filter;
  // Another choice is looked at from its beginning.
  const choose = (change: Partial<Filter>) => onChange({ ...filter, ...change, page: undefined });
  const holders = [...new Set([...items.map((item) => item.holder), holder])].filter(
    (one): one is string => typeof one === 'string',
  );
  return (
    <Group align="flex-end" role="search" aria-label={t('item.filter')} className="no-print">
      <Select
        label={t('item.column.state')}
        allowDeselect={false}
        data={shownStates.map((value) => ({
          value,
          label: t(value === 'to-do' && view === 'board' ? 'itemBoard.toDoAndDone' : `item.shownState.${value}`),
        }))}
        value={state}
        onChange={(value) => choose({ state: value === 'to-do' ? undefined : (value as ShownState) })}
      />
      <Select
        label={t('item.column.group')}
        clearable
        searchable
        placeholder={t('item.allGroups')}
        data={groups.map(({ id, title }) => ({
          value: String(id),
          label: title ?? t('item.groupNumber', { number: id }),
        }))}
        value={group === undefined ? null : String(group)}
        onChange={(value) => choose({ group: value === null ? undefined : Number(value) })}
      />
      <Select
        label={t('item.column.holder')}
        clearable
        searchable
        placeholder={t('item.allHolders')}
        data={holders.sort()}
        value={holder ?? null}
        onChange={(value) => choose({ holder: value ?? undefined })}
      />
      <Checkbox
        label={t('item.mine')}
        checked={mine === true}
        onChange={(event) => choose({ mine: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t('item.overdue')}
        checked={overdue === true}
        onChange={(event) => choose({ overdue: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}
