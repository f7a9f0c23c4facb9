// The act by which a question set is proposed: what the Members read is computed here, of the very text that they get.
import { useTranslation } from '../../locales/i18n';

import type { Act, Command } from '../../acts/act';
import { factsOf } from './questionSet';
import './words';

interface Proposal {
  title: string;
  /** The set, as the record will have it. */
  questions: string;
  /** The executive session that decides; the Members by silence procedure, where it is left out. */
  session?: number | undefined;
}

export function useProposal() {
  const { t } = useTranslation();
  return ({ title, questions, session }: Proposal): Act => {
    const facts = factsOf(questions);
    return {
      words: t('words.propose-question-set', { ...facts }),
      command: (contents): Command => ({
        type: 'propose-question-set',
        ...(session === undefined ? {} : { session }),
        text: contents.add(
          JSON.stringify({
            title: t('exposure.motion.title', { title, version: facts.version }),
            text: t('exposure.motion.text', { ...facts }),
          }),
        ),
        questions: contents.add(questions),
        facts,
      }),
    };
  };
}
