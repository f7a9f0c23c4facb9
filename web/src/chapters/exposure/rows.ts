// The questions of a set in the rows in which their counts are shown: under their groups, where all have the same levels.
import type { Counted, Paper } from './paper';
import { answersTo } from './paper';
import { pairsOf } from './pairs';
import type { Asked, Question, QuestionGroup } from './questionSet';
import { groupsAround, questionsOf } from './questionSet';
import { answered, summed } from './statistics';

type CountsById = Counted['counts'];

export interface Row {
  key: string;
  label: string;
  counts: number[];
  children?: Row[];
}

/** The names of the levels that all questions have; nothing where they differ, several are chosen, or they are pairs, which don't rise. */
export function levelsOf(asked: Asked, paper: Paper): string[] | undefined {
  const questions = questionsOf(asked);
  const [first = []] = questions.map((question) => answersTo(question, paper));
  const isSame = (question: Question) =>
    question.choose.max === 1 && answersTo(question, paper).join('\n') === first.join('\n');
  return questions.every(isSame) && !pairsOf(first) ? first : undefined;
}

export const titleOf = ({ id, name, text }: Question) => `${id}: ${name ?? text}`;

const rowOf = (question: Question, counts: CountsById): Row => ({
  key: question.id,
  label: titleOf(question),
  counts: [...(counts.get(question.id) ?? [])],
});

const over = (group: QuestionGroup, children: Row[]): Row => ({
  key: `group ${group.id}`,
  label: `${group.id}: ${group.name}`,
  counts: summed(children.map((row) => row.counts)),
  children,
});

/** Questions under their groups, and these under the ones that they are a part of; one group alone, which says no more than the set, is left out. */
export function rowsOf(asked: Asked, counts: CountsById): Row[] {
  const placed = questionsOf(asked).map((question) => ({ question, around: groupsAround(asked.set, question) }));
  const under = (all: typeof placed, depth: number): Row[] => {
    const ids = [...new Set(all.map(({ around }) => around[depth]?.id))];
    return ids.flatMap((id) => {
      const those = all.filter(({ around }) => around[depth]?.id === id);
      const group = those[0]?.around[depth];
      return group ? [over(group, under(those, depth + 1))] : those.map(({ question }) => rowOf(question, counts));
    });
  };
  const rows = under(placed, 0);
  return rows.length === 1 && rows[0]?.children ? rows[0].children : rows;
}

/** The counts of the questions that a row sums; of a question its own. */
export const questionsUnder = ({ counts, children }: Row): number[][] => children?.flatMap(questionsUnder) ?? [counts];

/** Of the answers to it; nothing where nobody answered. */
export const sharesOf = (counts: readonly number[]): number[] => {
  const all = answered(counts);
  return counts.map((count) => (all === 0 ? 0 : count / all));
};
