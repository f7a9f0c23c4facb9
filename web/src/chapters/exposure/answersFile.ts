// Answers to a round in a file: by the names of questions and answers, so that they fit whatever order a ballot has them in.
// `ccop exposure answer` reads the same (src/cli/answers_file.cpp).
import { having, isText } from '../../ballot/parse';
import { utf8 } from '../../acts/bytes';
import { paddedSize } from '../keyboxes/shared';
import type { PlacedQuestion } from './asks';
import type { Kept } from './ownAnswers';
import { givenBy, isKept, keptOf, keyOf } from './ownAnswers';
import type { Given, Paper } from './paper';
import { answersTo } from './paper';

export interface AnswersFile {
  format: 'ccop-answers-v1';
  /** The uuid of the round's ballot. */
  election: string;
  answers: Kept;
}

export const isAnswersFile = having<AnswersFile>({
  format: (value): value is AnswersFile['format'] => value === 'ccop-answers-v1',
  election: isText,
  answers: isKept,
});

export const answersFile = (election: string, given: Given, placed: PlacedQuestion[]): string =>
  JSON.stringify(
    { format: 'ccop-answers-v1', election, answers: keptOf(given, placed) } satisfies AnswersFile,
    null,
    1,
  );

/** To be filled in with any editor: nothing is answered, and each question says what one chooses from, and how many at most. */
export function emptyAnswersFile(election: string, placed: PlacedQuestion[], paper: Paper): string {
  const ofEach = <Of>(of: (one: PlacedQuestion) => Of) =>
    Object.fromEntries(placed.map((one) => [keyOf(one), of(one)]));
  const file: AnswersFile & { choose_from: unknown } = {
    format: 'ccop-answers-v1',
    election,
    answers: ofEach(() => []),
    choose_from: ofEach(({ question }) => ({
      asks: question.text,
      at_most: Math.min(question.choose.max, answersTo(question, paper).length),
      answers: answersTo(question, paper),
    })),
  };
  return JSON.stringify(file, null, 1);
}

/** Nothing where some of them are no answers to these questions. */
export function givenAll(answers: Kept, placed: PlacedQuestion[], paper: Paper): Given | undefined {
  const given = givenBy(answers, placed, paper);
  const count = (all: Record<string, readonly string[]>) => Object.values(all).flat().length;
  const isWhole = count(given) === count(answers);
  const fits = placed.every(({ question }) => (given[question.id] ?? []).length <= question.choose.max);
  return isWhole && fits ? given : undefined;
}

/** With blanks up to a length that many have. */
export function padded(text: string): string {
  const size = utf8(text).length;
  return text + ' '.repeat(paddedSize(size) - size);
}
