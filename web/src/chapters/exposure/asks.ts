// What a round asks, read from what the host shows of it; whether that is what was adopted, evidence.ts looks.
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { BallotQuestion, Paper } from './paper';
import { ballotOf, readPaper } from './paper';
import type { Asked, Question, QuestionSet } from './questionSet';
import { questionsOf, readSet } from './questionSet';

export interface Asks {
  asked: Asked[];
  paper: Paper;
  /** In the ballot's order. */
  questions: BallotQuestion[];
}

export const readAsks = (paper: string, sets: { text: string; part?: number | undefined }[]): Asks => {
  const asked = sets.map(({ text, part }) => ({ set: readSet(text), part }));
  const read = readPaper(paper);
  return { asked, paper: read, questions: ballotOf(read, asked) };
};

const setPage = (id: number) => answer(api.GET('/api/exposure/sets/{id}', { params: { path: { id } } }));

/** Nothing where a text of it was erased. */
export async function asksOf({ asks, paper }: Schemas['Round'], read = setPage): Promise<Asks | null> {
  const sets = await Promise.all(
    asks.map(async ({ question_set: id, part }) => {
      const { questions } = await read(id);
      return questions && { text: questions.text, part: part ?? undefined };
    }),
  );
  const there = sets.filter((set) => set !== null);
  return paper === null || there.length < sets.length ? null : readAsks(paper.text, there);
}

export interface PlacedQuestion {
  set: QuestionSet;
  question: Question;
}

/** As they are read: set by set, each where it stands in its set, whether or not it is counted together with another. */
export const placedIn = ({ asked }: Asks): PlacedQuestion[] =>
  asked.flatMap((one) => questionsOf(one).map((question) => ({ set: one.set, question })));

/** The other question with which it is counted. */
export function partnerOf({ paper: { joint } }: Asks, id: string): string | undefined {
  const pair = joint.find(({ first, second }) => first === id || second === id);
  return pair && (pair.first === id ? pair.second : pair.first);
}
