// What one's own seat answered, round by round. It is kept sealed under the seat's keybox (docs/exposure.md).
import type { Shape } from '../../ballot/parse';
import { having, isCount, isText, listOf } from '../../ballot/parse';
import type { PlacedQuestion } from './asks';
import type { Given, Paper } from './paper';
import { answersTo } from './paper';

/** By `<set>/<question>`, for other sets have the same ids: the names of the answers, which a later version of the set may have at other places. */
export type Kept = Record<string, string[]>;

export interface AnsweredRound {
  round: number;
  at: string;
  answers: Kept;
}
/** The one that was answered last comes last. */
export type OwnAnswers = AnsweredRound[];

export const isKept: Shape<Kept> = (value): value is Kept =>
  typeof value === 'object' && value !== null && Object.values(value).every(listOf(isText));
export const isOwnAnswers: Shape<OwnAnswers> = listOf(
  having<AnsweredRound>({ round: isCount, at: isText, answers: isKept }),
);

export const keyOf = ({ set, question }: PlacedQuestion) => `${set.id}/${question.id}`;

export function keptOf(given: Given, placed: PlacedQuestion[]): Kept {
  const chosen = placed.map((one): [string, readonly string[]] => [keyOf(one), given[one.question.id] ?? []]);
  return Object.fromEntries(chosen.filter(([, names]) => names.length > 0).map(([key, names]) => [key, [...names]]));
}

/** Those that can be given to the questions as they are asked now. */
export function givenBy(answers: Kept, placed: PlacedQuestion[], paper: Paper): Given {
  const named = placed.map((one): [string, string[]] => {
    const names = answersTo(one.question, paper);
    return [one.question.id, (answers[keyOf(one)] ?? []).filter((name) => names.includes(name))];
  });
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}

/** What was given to each question when it was answered last, before this round. */
export function lastGiven(own: OwnAnswers, round: number, placed: PlacedQuestion[], paper: Paper): Given {
  const before = own.filter((one) => one.round !== round);
  return Object.assign({}, ...before.map(({ answers }) => givenBy(answers, placed, paper))) as Given;
}

/** Of each round the answers that were given last; `others` may come from another device. */
export function joined(own: OwnAnswers, others: OwnAnswers): OwnAnswers {
  const latest = new Map<number, AnsweredRound>();
  for (const one of inOrder([...own, ...others])) latest.set(one.round, one);
  return inOrder([...latest.values()]);
}
const inOrder = (all: OwnAnswers) => [...all].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
