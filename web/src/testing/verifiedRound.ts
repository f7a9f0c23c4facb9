// Rounds as a device verified them, of question sets that come with the program and of counts that a test says.
import type { Paper } from '../chapters/exposure/paper';
import { ballotOf } from '../chapters/exposure/paper';
import type { Asked } from '../chapters/exposure/questionSet';
import { questionsOf, readSet } from '../chapters/exposure/questionSet';
import type { VerifiedRound } from '../chapters/exposure/verified';
import { shippedText } from './round';

const paper: Paper = { title: '', techniques: ['T1566', 'T1190'], joint: [] };

interface Found {
  opens: string;
  sets: { name: string; part?: number }[];
  /** By the question's id; of the others the counts of its set, or nobody's. */
  counts?: Record<string, readonly number[]>;
  ofAll?: (id: string) => readonly number[];
  asked?: number;
  took?: number;
}

let made = 0;

export function aVerifiedRound({ opens, sets, counts = {}, ofAll, asked = 40, took = 20 }: Found): VerifiedRound {
  const all: Asked[] = sets.map(({ name, part }) => ({ set: readSet(shippedText(name)), part }));
  const none = (levels: number) => Array.from({ length: levels }, () => 0);
  const questions = all.flatMap(questionsOf);
  return {
    id: made++,
    title: `Round of ${opens.slice(0, 7)}`,
    opens: `${opens}T08:00:00.000Z`,
    closes: `${opens.slice(0, 8)}28T08:00:00.000Z`,
    asks: { asked: all, paper, questions: ballotOf(paper, all) },
    counts: new Map(questions.map(({ id, levels }) => [id, counts[id] ?? ofAll?.(id) ?? none(levels.length)] as const)),
    asked,
    took,
    archive: 'a'.repeat(64),
  };
}
