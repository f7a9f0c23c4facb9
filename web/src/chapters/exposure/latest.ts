// What was found last of each question, whichever round asked it.
import type { Schemas } from '../../api/client';
import type { Asks, PlacedQuestion } from './asks';
import { answersTo, countsOf } from './paper';
import { questionsOf } from './questionSet';

type Head = Schemas['RoundHead'];
type Round = Schemas['Round'];

export interface Found extends PlacedQuestion {
  /** The names of its answers. */
  answers: string[];
  counts: readonly number[];
  round: Round;
}

/** By `<set>/<question>`, for other sets have the same ids. */
export type Latest = ReadonlyMap<string, Found>;

export const keyOf = (set: string, question: string) => `${set}/${question}`;

/** The last counted round of each set, or of each quarter of it; the earliest first. */
export function lastRounds(rounds: Head[]): Head[] {
  const counted = rounds
    .filter(({ outcome }) => outcome === 'counted')
    .sort((a, b) => b.closes.localeCompare(a.closes) || b.id - a.id);
  const known = new Set<string>();
  const last = counted.filter(({ asks }) => {
    const news = asks.map(({ name, part }) => `${name}/${part ?? ''}`).filter((one) => !known.has(one));
    for (const one of news) known.add(one);
    return news.length > 0;
  });
  return last.reverse();
}

/** Throws for totals of other questions. */
export function foundIn(round: Round, { asked, paper, questions }: Asks): Found[] {
  const { counts } = countsOf(questions, round.counts);
  return asked.flatMap((one) =>
    questionsOf(one).map((question) => ({
      set: one.set,
      question,
      answers: answersTo(question, paper),
      counts: counts.get(question.id) ?? [],
      round,
    })),
  );
}

/** Of what several rounds found, the earliest first. */
export const latestOf = (found: Found[][]): Latest =>
  new Map(found.flat().map((one) => [keyOf(one.set.id, one.question.id), one]));
