// Loads the sentences of refusals for whoever shows one. Where the server is gone, they don't come either, and the next to show one asks again.
import { useEffect } from 'react';

import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';

export function useSentences() {
  useEffect(() => void import('../locales/sentences').catch(() => undefined), []);
}

/** Gives what went wrong as a sentence: in the reader's language, or as the server says it until that is there. */
export function useSentenceOf(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  useSentences();
  return (problem) => {
    const key = `problem.${problem.key}` as const;
    return i18n.exists(key) ? t(key, problem.values ?? {}) : problem.detail;
  };
}
