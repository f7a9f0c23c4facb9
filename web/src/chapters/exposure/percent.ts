// Shares in whole percent, in the reader's language.
import { useTranslation } from 'react-i18next';

import { languageOf } from '../../components/formatters';

export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  return new Intl.NumberFormat(languageOf(i18n.language), { style: 'percent' }).format;
}
