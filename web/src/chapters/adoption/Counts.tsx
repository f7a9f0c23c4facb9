// How many organizations say what of it, and never which.
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';

const states = ['adopted', 'conveyed', 'declined'] as const;

export function Counts({ count }: { count: Schemas['AdoptionCount'] }) {
  const { t } = useTranslation();
  const said = states.filter((state) => count[state] > 0);
  return said.length === 0
    ? t('adoption.nobody')
    : said.map((state) => t(`adoption.count.${state}`, { count: count[state] })).join(' · ');
}
