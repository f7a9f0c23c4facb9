// Loads the sentences of refusals for whoever shows one. Where the server is gone, they don't come either, and the next to show one asks again.
import { useEffect } from 'react';

import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { dayIn } from './formatters';
import { viewerZone } from './time';

/** As the program writes a time into the gap of a sentence. */
const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What stands in a sentence's gaps, with its times as the reader's language and clocks have them. */
const readable = (values: Problem['values'] = {}, language: string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isTime.test(value) ? dayIn(new Date(value), language, viewerZone(), true) : value,
    ]),
  );

export function useSentences() {
  useEffect(() => void import('../locales/sentences').catch(() => undefined), []);
}

/** Gives what went wrong as a sentence: in the reader's language, or as the server says it until that is there. */
export function useSentenceOf(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  useSentences();
  return (problem) => {
    const key = `problem.${problem.key}` as const;
    return i18n.exists(key) ? t(key, readable(problem.values, i18n.language)) : problem.detail;
  };
}
