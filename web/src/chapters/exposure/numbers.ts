// Numbers, and lists of words, as the reader's language writes them.
import { useTranslation } from '../../locales/i18n';

import { languageOf } from '../../components/formatters';

export function useNumber(options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const { i18n } = useTranslation();
  return new Intl.NumberFormat(languageOf(i18n.language), { maximumFractionDigits: 1, ...options }).format;
}

/** With a sign, whichever it is. */
export const useSigned = () => useNumber({ signDisplay: 'exceptZero' });

/** Any of them, such as "Serious or Severe". */
export function useOneOf(): (words: readonly string[]) => string {
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(languageOf(i18n.language), { type: 'disjunction' });
  return (words) => list.format(words);
}
