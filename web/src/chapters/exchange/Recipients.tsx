// Whom TLP:RED names as its readers.
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';

export function Recipients({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { data: directory } = useQuery(organizationsQuery);
  return (
    <MultiSelect
      searchable
      label={t('exchange.recipients')}
      data={(directory?.organizations ?? []).map(({ id, key }) => ({ value: String(id), label: key }))}
      value={value}
      onChange={onChange}
    />
  );
}
