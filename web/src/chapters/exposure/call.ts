// The call of a round while it is written: which sets, or quarters of them, with what only the call gives.
import type { Moment } from '../../components/Moment';
import type { Asks } from './asks';
import type { Joint, Paper } from './paper';
import { ballotOf } from './paper';
import type { Question, QuestionSet } from './questionSet';
import { questionsOf } from './questionSet';

/** By a set's number: the quarter that is asked, or all of it. */
export type Chosen = Readonly<Record<number, number | 'whole'>>;

export interface Call {
  title: string;
  chosen: Chosen;
  /** As they are typed. */
  techniques: string;
  joint: Joint[];
  opens: Moment;
  closes: Moment;
}

export const nothing: Call = {
  title: '',
  chosen: {},
  techniques: '',
  joint: [],
  opens: { local: '' },
  closes: { local: '' },
};

/** A set that can be asked, by its number in the record. */
export interface Offered {
  id: number;
  set: QuestionSet;
}

/** As the command names them. */
export const partsOf = ({ chosen }: Call, offered: Offered[]): { question_set: number; part?: number }[] =>
  offered.flatMap(({ id }) => {
    const part = chosen[id];
    if (part === undefined) return [];
    return [{ question_set: id, ...(part === 'whole' ? {} : { part }) }];
  });

const paperOf = ({ title, techniques, joint }: Call, asked: Question[]): Paper => ({
  title,
  techniques: asked.some(({ from }) => from === 'techniques') ? listed(techniques) : [],
  joint,
});

const listed = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** What would be asked; a pair of which one is not asked any more is none. */
export function asksOfCall(call: Call, offered: Offered[]): Asks {
  const asked = partsOf(call, offered).flatMap(({ question_set, part }) => {
    const found = offered.find(({ id }) => id === question_set);
    return found ? [{ set: found.set, part }] : [];
  });
  const all = asked.flatMap(questionsOf);
  const ids = new Set(all.map(({ id }) => id));
  const paper = paperOf(call, all);
  paper.joint = paper.joint.filter(({ first, second }) => ids.has(first) && ids.has(second));
  return { asked, paper, questions: ballotOf(paper, asked) };
}

/** Those of which one chooses one answer, so that two can be counted together; but what an organization is, is nobody's breakdown. */
export const pairable = ({ asked }: Asks): Question[] =>
  asked
    .flatMap(questionsOf)
    .filter(({ choose, from, describes = false }) => choose.max === 1 && from === undefined && !describes);
