// How far a round is and what it asks, in words.

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

type Head = Pick<Schemas['RoundHead'], 'stage' | 'outcome' | 'asks'>;

export function useStanding() {
  const { t } = useTranslation();
  return ({ stage, outcome }: Omit<Head, 'asks'>): string =>
    stage === 'decided' ? t(`exposure.outcome.${outcome}`) : t(`exposure.stage.${stage}`);
}

/** The sets by their titles, each with the quarter of it that is asked. */
export function useAsked() {
  const { t } = useTranslation();
  return ({ asks }: Pick<Head, 'asks'>): string =>
    asks
      .map(({ name, title, part }) => ({ name: title ?? name, part }))
      .map(({ name, part }) => (part === null ? name : t('exposure.quarterOf', { name, part })))
      .join(', ');
}
