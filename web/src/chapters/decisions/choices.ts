// The words of a motion's choices, and of what became of it.

import type { Schemas } from '../../api/client';
import type { Say } from '../../locales/gaps';
import { useTranslation } from '../../locales/i18n';

/** In the order of the record: the options, or for and against; abstention last. */
export function choicesOf(motion: Schemas['Motion'], t: Say): string[] {
  const options =
    motion.options.length > 0
      ? motion.options.map((option) => option ?? t('erased'))
      : [t('motion.for'), t('motion.against')];
  return [...options, t('motion.abstain')];
}

/** What became of a motion, with the option that won where it had options. */
export const outcomeOf = ({ outcome, options, winner }: Schemas['Motion'], t: Say): string =>
  outcome === 'adopted' && winner !== null && options.length > 0
    ? t('motion.adoptedOption', { choice: options[winner] ?? t('erased') })
    : t(`motion.outcome.${outcome ?? 'rejected'}`);

export function useChoices(motion: Schemas['Motion']): string[] {
  const { t } = useTranslation();
  return choicesOf(motion, t);
}

export function useOutcome(): (motion: Schemas['Motion']) => string {
  const { t } = useTranslation();
  return (motion) => outcomeOf(motion, t);
}
