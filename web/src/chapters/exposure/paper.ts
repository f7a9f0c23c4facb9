// What the paper of a round and the sets that it asks make together: the questions of its ballot, in their order (src/exposure/paper.cpp makes the
// same). What one chooses becomes the choices of a ballot, and its totals the counts of each question.
import type { Choices, Question as OnBallot } from '../../ballot/cast';
import { having, isText, listOf, parse } from '../../ballot/parse';
import type { Asked, Question } from './questionSet';
import { questionsOf } from './questionSet';
import { marginsOf, tableOf } from './statistics';

/** Two questions that are answered each for itself and counted together. By their ids. */
export interface Joint {
  first: string;
  second: string;
}
export interface Paper {
  title: string;
  techniques: string[];
  joint: Joint[];
}

const isPaper = having<Paper>({
  title: isText,
  techniques: listOf(isText),
  joint: listOf(having<Joint>({ first: isText, second: isText })),
});

export const readPaper = (text: string) => parse(text, isPaper, "the round's paper");

export interface BallotQuestion {
  text: string;
  answers: string[];
  max: number;
  /** What it asks: one question of a set, or two together. */
  of: [Question] | [Question, Question];
}

/** The names that one chooses from. */
export const answersTo = ({ from, levels }: Question, { techniques }: Paper): string[] =>
  from === undefined ? levels.map(({ name }) => name) : techniques;

function alone(question: Question, paper: Paper): BallotQuestion {
  const answers = answersTo(question, paper);
  const max = Math.min(question.choose.max, answers.length);
  return { text: `${question.id}: ${question.text}`, answers, max, of: [question] };
}

function together(first: Question, second: Question): BallotQuestion {
  return {
    text: `${first.id} and ${second.id}: ${first.text} | ${second.text}`,
    answers: first.levels.flatMap((one) => second.levels.map((other) => `${one.name} | ${other.name}`)),
    max: 1,
    of: [first, second],
  };
}

/** Throws for a pair that names a question which the round does not ask, or one that says what an organization is. */
export function ballotOf(paper: Paper, asked: Asked[]): BallotQuestion[] {
  const all = asked.flatMap(questionsOf);
  const named = (id: string): Question => {
    const found = all.find((question) => question.id === id);
    if (found === undefined) throw new Error(`the round does not ask ${id}`);
    return found;
  };
  const pairable = (id: string): Question => {
    const found = named(id);
    if (found.describes === true) throw new Error(`${id} would divide the organizations into groups that are known`);
    return found;
  };
  const paired = new Set(paper.joint.flatMap(({ first, second }) => [first, second]));
  return [
    ...all.filter(({ id }) => !paired.has(id)).map((question) => alone(question, paper)),
    ...paper.joint.map(({ first, second }) => together(pairable(first), pairable(second))),
  ];
}

/** As the ballot of the round has it. */
export const asOnBallot = ({ text, answers, max }: BallotQuestion): OnBallot => ({
  answers,
  min: 0,
  max,
  question: text,
});

/** Each answer is a ciphertext in every ballot. */
export const answersIn = (questions: BallotQuestion[]) =>
  questions.reduce((sum, { answers }) => sum + answers.length, 0);

/** What one chose, by the names of the answers, under the question's id. A question that is skipped has none, or is not there. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** Who skips one of two that are counted together is in neither. */
export const choicesOf = (questions: BallotQuestion[], given: Given): Choices =>
  questions.map(({ answers, of: [first, second] }) => {
    const chosen = given[first.id] ?? [];
    if (second === undefined) return answers.map((name) => (chosen.includes(name) ? 1 : 0));
    const [row, column] = [levelOf(first, chosen), levelOf(second, given[second.id] ?? [])];
    const cell = row < 0 || column < 0 ? -1 : row * second.levels.length + column;
    return answers.map((_, i) => (i === cell ? 1 : 0));
  });

const levelOf = ({ levels }: Question, [chosen]: readonly string[]) => levels.findIndex(({ name }) => name === chosen);

export interface JointCounts {
  first: Question;
  second: Question;
  /** A row for each level of the first, with a cell for each of the second. */
  table: number[][];
}
export interface Counted {
  /** Of each question's answers, by its id. Of one that was counted with another: of who answered both. */
  counts: ReadonlyMap<string, readonly number[]>;
  joint: JointCounts[];
}

/** Of the totals of all answers in the ballot's order. */
export function countsOf(questions: BallotQuestion[], totals: readonly number[]): Counted {
  if (totals.length !== answersIn(questions)) throw new RangeError('totals of other questions');
  const counts = new Map<string, readonly number[]>();
  const joint: JointCounts[] = [];
  let at = 0;
  for (const { answers, of } of questions) {
    const cells = totals.slice(at, (at += answers.length));
    const [first, second] = of;
    if (second === undefined) {
      counts.set(first.id, cells);
      continue;
    }
    const table = tableOf(cells, second.levels.length);
    const { rows, columns } = marginsOf(table);
    counts.set(first.id, rows).set(second.id, columns);
    joint.push({ first, second, table });
  }
  return { counts, joint };
}
