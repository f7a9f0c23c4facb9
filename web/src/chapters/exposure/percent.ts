// Shares in whole percent, in the reader's language.

import { languageOf } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';

export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  return new Intl.NumberFormat(languageOf(i18n.language), { style: 'percent' }).format;
}
