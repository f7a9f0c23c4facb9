// The words of a motion's choices, and of what became of it.

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

/** In the order of the record: the options, or for and against; abstention last. */
export function useChoices(motion: Schemas['Motion']): string[] {
  const { t } = useTranslation();
  const options =
    motion.options.length > 0
      ? motion.options.map((option) => option ?? t('erased'))
      : [t('motion.for'), t('motion.against')];
  return [...options, t('motion.abstain')];
}

/** Gives what became of a motion, with the option that won where it had options. */
export function useOutcome(): (motion: Schemas['Motion']) => string {
  const { t } = useTranslation();
  return ({ outcome, options, winner }) =>
    outcome === 'adopted' && winner !== null && options.length > 0
      ? t('motion.adoptedOption', { choice: options[winner] ?? t('erased') })
      : t(`motion.outcome.${outcome ?? 'rejected'}`);
}
