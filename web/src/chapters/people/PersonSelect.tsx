// Chooses one of the registered people.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { peopleQuery } from './queries';

export function PersonSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(peopleQuery);
  return (
    <Select
      required
      searchable
      label={t('person')}
      description={t('people.selectHint')}
      nothingFoundMessage={t('table.nothingFits')}
      data={(data?.people ?? []).map((p) => ({
        value: String(p.id),
        label: `${p.name ?? t('erased')}${p.organization ? ` (${p.organization})` : ''}`,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
