// Chooses one of the registered people.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { queries } from '../../api/queries';

export function PersonSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(queries.people);
  return (
    <Select
      required
      searchable
      label={t('person')}
      description={t('organization.personHint')}
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
