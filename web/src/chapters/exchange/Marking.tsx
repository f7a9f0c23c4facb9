// How far an object may travel, in the words and colours of TLP 2.0.
import type { SelectProps } from '@mantine/core';
import { Badge, Select } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

const markings = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;

const colors = {
  clear: 'gray',
  green: 'green',
  amber: 'orange',
  'amber+strict': 'orange',
  red: 'red',
} as const;

export function Marking({ level }: { level: Schemas['Marking'] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="outline" color={colors[level]} className="marking">
      {t('exchange.tlp', { level: level.toUpperCase() })}
    </Badge>
  );
}

type Chosen = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'allowDeselect' | 'clearable'> & {
  value: Schemas['Marking'];
  onChange: (value: Schemas['Marking']) => void;
};

export function MarkingSelect({ onChange, ...rest }: Chosen) {
  const data = useMarkingChoices();
  return (
    <Select
      allowDeselect={false}
      data={data}
      onChange={(value) => value && onChange(value as Schemas['Marking'])}
      {...rest}
    />
  );
}

/** The markings, as a select shows them. */
export function useMarkingChoices() {
  const { t } = useTranslation();
  return markings.map((value) => ({ value, label: t('exchange.tlp', { level: value.toUpperCase() }) }));
}
