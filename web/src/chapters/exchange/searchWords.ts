// A search in words, for a button that leads to it.
import { useTranslation } from '../../locales/i18n';
import type { Search } from './search';

export function useSearchWords({ q, type, marking, by, since, until }: Search): string {
  const { t } = useTranslation();
  const words = [
    q,
    type && t(`stix.${type}`, { defaultValue: type }),
    marking && t('exchange.tlp', { level: marking.toUpperCase() }),
    by && t('exchange.sharedBy'),
    since && `${t('exchange.since')} ${since}`,
    until && `${t('exchange.until')} ${until}`,
  ].filter(Boolean);
  return words.join(' · ') || t('exchange.found');
}
