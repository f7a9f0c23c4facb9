// How far an election is, in words.
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';

export type ElectionPage = Schemas['Election'];

/** What an election or a secret ballot is about. */
export function useSubject() {
  const { t } = useTranslation();
  return ({ motion, position }: Schemas['ElectionHead']): string =>
    motion ? (motion.title ?? t('erased')) : t('elections.coChair', { number: position + 1 });
}

/** The answers on the ballot, after the blank one. */
export function useAnswers(election: ElectionPage): string[] {
  const { t } = useTranslation();
  const named = election.motion
    ? election.motion.options.map((option) => option ?? t('erased'))
    : election.candidates.map(
        (person) => `${person.name ?? t('erased')}${person.organization ? ` (${person.organization})` : ''}`,
      );
  return named.length < 2 ? [t('motion.for'), t('motion.against')] : named;
}

export function useStanding() {
  const { t } = useTranslation();
  return (election: Schemas['ElectionHead']): string => {
    if (election.stage !== 'decided') return t(`elections.stage.${election.stage}`);
    if (election.confirmation !== 'none') return t(`elections.confirmation.${election.confirmation}`);
    return t(`elections.outcome.${election.outcome ?? 'vacant'}`);
  };
}
