// The question set by which Members rate the risks of the register; src/exposure/rating_set.cpp makes the same, to the letter.
import type { Schemas } from '../../api/client';
import type { QuestionSet } from '../exposure/shared';
import { rating_set, ratingQuestion } from './score';

interface RiskToRate {
  id: number;
  title: string;
}

const nameOf = (band: string) => band.split(': ')[0] ?? band;

/** Levels run through all impacts of the rarest, then of the next. */
const levelsOf = ({ frequency, impact }: Schemas['RiskBands']) =>
  frequency.flatMap((often) =>
    impact.map((bad) => ({ name: `${nameOf(often)} | ${nameOf(bad)}`, evidence: `${often}. ${bad}.` })),
  );

export function ratingSet(
  version: number,
  community: string,
  risks: readonly RiskToRate[],
  bands: Schemas['RiskBands'],
): QuestionSet & { language: string } {
  return {
    id: rating_set,
    version,
    rhythm: 'yearly',
    language: 'en',
    title: 'How often, and how bad: the risks of the register',
    rights: "The texts are the community's own.",
    credit: community,
    groups: [{ id: 'risks', name: 'Risks of the register' }],
    questions: risks.map(({ id, title }) => ({
      id: ratingQuestion(id),
      group: 'risks',
      text: title,
      choose: { min: 0, max: 1 },
      levels: levelsOf(bands),
    })),
  };
}
