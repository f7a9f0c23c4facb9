// How many organizations say what of it, and never which.

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

const states = ['adopted', 'conveyed', 'declined'] as const;

export function Counts({ count }: { count: Schemas['AdoptionCount'] }) {
  const { t } = useTranslation();
  const said = states.filter((state) => count[state] > 0);
  return said.length === 0
    ? t('adoption.nobody')
    : said.map((state) => t(`adoption.count.${state}`, { count: count[state] })).join(' · ');
}
