// Which column of a table says what: as its names tell, and as somebody says otherwise.
import { Select, SimpleGrid, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import type { Mapping } from './columns';
import { fields } from './columns';

interface Props {
  heads: string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function Columns({ heads, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const names = heads.map((name, place) => ({
    value: String(place),
    label: t('import.columnNamed', { number: place + 1, name }),
  }));
  const unused = heads.filter((name, place) => name !== '' && !Object.values(mapping).includes(place));
  return (
    <div role="group" aria-label={t('import.columns')}>
      <Text fw={600} mb="xs">
        {t('import.columns')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {fields.map((field) => (
          <Select
            key={field}
            label={t(`import.field.${field}`)}
            required={field === 'title'}
            clearable
            placeholder={t('import.noColumn')}
            data={names}
            value={mapping[field] === undefined ? null : String(mapping[field])}
            onChange={(place) => onChange({ ...mapping, [field]: place === null ? undefined : Number(place) })}
          />
        ))}
      </SimpleGrid>
      {unused.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs" className="breakable">
          {t('import.unused', { names: unused.join(', ') })}
        </Text>
      )}
    </div>
  );
}
