// The words of a motion's choices.
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';

/** In the order of the record: the options, or for and against; abstention last. */
export function useChoices(motion: Schemas['Motion']): string[] {
  const { t } = useTranslation();
  const options =
    motion.options.length > 0
      ? motion.options.map((option) => option ?? t('erased'))
      : [t('motion.for'), t('motion.against')];
  return [...options, t('motion.abstain')];
}
