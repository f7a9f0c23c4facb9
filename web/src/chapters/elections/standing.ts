// How far an election is, in words.

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

export type ElectionPage = Schemas['Election'];

/** What an election or a secret ballot is about. */
export function useSubject() {
  const { t } = useTranslation();
  return ({ motion, position }: Schemas['ElectionHead']): string =>
    motion ? (motion.title ?? t('erased')) : t('elections.coChair', { number: position + 1 });
}

interface Question {
  question?: string;
  answers?: string[];
}

/** The one question of the ballot, once there is a setup. */
export function questionOf(setup: string | null): Question {
  const [question = {}] = (JSON.parse(setup ?? '{"questions":[]}') as { questions: Question[] }).questions;
  return question;
}

/**
 * The answers on the ballot, after the blank one: as the setup has them, which is what is voted on, once there is one. For and against are
 * said in the reader's language.
 */
export function useAnswers({ setup }: ElectionPage): string[] {
  const { t } = useTranslation();
  const { answers = [] } = questionOf(setup);
  return answers.join() === 'For,Against' ? [t('motion.for'), t('motion.against')] : answers;
}

export function useStanding() {
  const { t } = useTranslation();
  return (election: Schemas['ElectionHead']): string => {
    if (election.stage !== 'decided') return t(`elections.stage.${election.stage}`);
    if (election.confirmation !== 'none') return t(`elections.confirmation.${election.confirmation}`);
    return t(`elections.outcome.${election.outcome ?? 'vacant'}`);
  };
}
