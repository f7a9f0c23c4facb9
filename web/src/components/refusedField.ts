// What is refused of one member of a form is told at its field, which has the focus then.
import { createContext, use } from 'react';

import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { useSentenceOf } from './useSentences';

/** What the form around was refused with, where one of its fields is what it is about. */
export const RefusedField = createContext<Problem | undefined>(undefined);

/** By the JSON name of what it holds. */
export const fieldIn = (form: HTMLFormElement | null, name: string | undefined) =>
  name === undefined ? null : (form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) ?? null);

/** Gives what makes a field known by the name of what it holds, and what is told at it: with the clause that is the reason. */
export function useRefusedAt() {
  const { t } = useTranslation();
  const problem = use(RefusedField);
  const sentenceOf = useSentenceOf();
  return (name: string | undefined) => {
    if (name === undefined) return {};
    if (problem?.field !== name) return { 'data-field': name };
    const error = [sentenceOf(problem), problem.clause && t('clauseTitle', { ...problem.clause })];
    return { 'data-field': name, error: error.filter(Boolean).join(' ') };
  };
}
