// How far an object may travel, in the words and colours of TLP 2.0.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';

export const markings = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;

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
