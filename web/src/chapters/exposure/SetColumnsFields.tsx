// Which column of a table says what of a question: as its names tell, and as somebody says otherwise.
import { MultiSelect, Select, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import type { SetColumns } from './setColumns';
import { set_fields } from './setColumns';

interface Props {
  heads: string[];
  columns: SetColumns;
  onChange: (columns: SetColumns) => void;
}

export function SetColumnsFields({ heads, columns: { places, levels }, onChange }: Props) {
  const { t } = useTranslation();
  const names = heads.map((name, place) => ({
    value: String(place),
    label: t('import.columnNamed', { number: place + 1, name }),
  }));
  const used = [...Object.values(places), ...levels.map(({ place }) => place)];
  const unused = heads.filter((name, place) => name !== '' && !used.includes(place));
  const named = (place: number) => levels.find((level) => level.place === place)?.name ?? heads[place] ?? '';
  return (
    <div role="group" aria-label={t('import.columns')}>
      <Text fw={600} mb="xs">
        {t('import.columns')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {set_fields.map((field) => (
          <Select
            key={field}
            label={t(`bring.field.${field}`)}
            required={field === 'id'}
            clearable
            placeholder={t('import.noColumn')}
            data={names}
            value={places[field] === undefined ? null : String(places[field])}
            onChange={(place) =>
              onChange({ places: { ...places, [field]: place === null ? undefined : Number(place) }, levels })
            }
          />
        ))}
        <MultiSelect
          label={t('bring.field.levels')}
          description={t('bring.levelColumns')}
          clearable
          data={names}
          value={levels.map(({ place }) => String(place))}
          onChange={(chosen) =>
            onChange({ places, levels: chosen.map(Number).map((place) => ({ place, name: named(place) })) })
          }
        />
      </SimpleGrid>
      {unused.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs" className="breakable">
          {t('import.unused', { names: unused.join(', ') })}
        </Text>
      )}
    </div>
  );
}
