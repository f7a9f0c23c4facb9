// Questions of the sets that rounds asked, by their ids: what each says, and the last round that asked it.
import { useQueries, useQuery } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import type { QuestionSet } from '../exposure/shared';
import { exposureQuery, questionSetQuery, questionsOf, readSet } from '../exposure/shared';

type Question = QuestionSet['questions'][number];

export interface Outcome {
  question: Question;
  /** Nothing where it was not asked yet. */
  round: Schemas['RoundHead'] | undefined;
}

/** What can't be read is no set. */
function setOf(text: string | undefined): QuestionSet | undefined {
  try {
    return text === undefined ? undefined : readSet(text);
  } catch {
    return undefined;
  }
}

/** Of sets, those in force first. */
function outcomesOf(
  ids: readonly string[],
  sets: ReadonlyMap<number, QuestionSet>,
  rounds: readonly Schemas['RoundHead'][],
): Map<string, Outcome> {
  const counted = rounds
    .filter(({ outcome }) => outcome === 'counted')
    .sort((a, b) => Date.parse(b.closes) - Date.parse(a.closes));
  const asksIt = (id: string) => (round: Schemas['RoundHead']) =>
    round.asks.some(({ question_set, part }) => {
      const set = sets.get(question_set);
      return set && questionsOf({ set, part: part ?? undefined }).some((question) => question.id === id);
    });
  return new Map(
    ids.flatMap((id): [string, Outcome][] => {
      const [question] = [...sets.values()].flatMap(({ questions }) => questions.filter((one) => one.id === id));
      return question ? [[id, { question, round: counted.find(asksIt(id)) }]] : [];
    }),
  );
}

/** Nothing until all are there. */
export function useOutcomes(ids: readonly string[]): Map<string, Outcome> | undefined {
  const { data: exposure } = useQuery({ ...exposureQuery, enabled: ids.length > 0 });
  const asked = exposure?.rounds.flatMap(({ asks }) => asks.map(({ question_set }) => question_set)) ?? [];
  const inForce = exposure?.sets.filter(({ in_force }) => in_force).map(({ id }) => id) ?? [];
  const wanted = [...new Set([...inForce, ...asked])];
  const texts = useQueries({ queries: wanted.map((id) => questionSetQuery(id)) });
  if (!exposure || texts.some(({ isPending }) => isPending)) return undefined;
  const sets = wanted.flatMap((id, i): [number, QuestionSet][] => {
    const set = setOf(texts[i]?.data?.questions?.text);
    return set ? [[id, set]] : [];
  });
  return outcomesOf(ids, new Map(sets), exposure.rounds);
}
