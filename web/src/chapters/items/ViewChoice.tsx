// Leads to the same items in another view.
import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import type { Filter } from './filter';
import { views } from './filter';

export function ViewChoice({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <Group component="nav" aria-label={t('item.view.title')} gap="md" className="no-print">
      {views.map((view) => (
        <Link
          key={view}
          className="row-link target"
          to="/items"
          search={{ ...filter, view: view === 'table' ? undefined : view }}
          activeOptions={{ exact: true }}
          activeProps={{ className: 'chosen' }}
          replace
        >
          {t(`item.view.${view}`)}
        </Link>
      ))}
    </Group>
  );
}
