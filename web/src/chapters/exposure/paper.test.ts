// The ballot of a round, as the sets and the paper make it, and the way from answers to totals and back, for answers by chance.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { Given, Paper } from './paper';
import { answersIn, answersTo, asOnBallot, ballotOf, choicesOf, countsOf, readPaper } from './paper';
import type { Asked } from './questionSet';
import { questionsOf, readSet } from './questionSet';
import { answered, marginsOf } from './statistics';

const shipped = (id: string) => readSet(readFileSync(`../questions/${id}.en.json`, 'utf8'));
const [framework, events, movement] = ['nist-csf-2.0', 'events-of-the-quarter', 'movement'].map(shipped);
const asked = [
  { set: framework, part: 1 },
  { set: events, part: undefined },
  { set: movement, part: undefined },
] as Asked[];
const paper: Paper = {
  title: 'First quarter of 2027',
  techniques: ['T1566', 'T1566.001', 'T1190'],
  joint: [
    { first: 'confidentiality', second: 'integrity' },
    { first: 'ID', second: 'PR' },
  ],
};
const questions = ballotOf(paper, asked);
const all = asked.flatMap(questionsOf);

/** Pseudo-random, the same each time. */
let seed = 1;
const below = (limit: number) => {
  seed = (seed * 48271) % 2147483647;
  return seed % limit;
};
/** Each question is skipped at times; of several answers some are chosen. */
const byChance = (): Given =>
  Object.fromEntries(
    all.map((question) => {
      const names = answersTo(question, paper);
      const most = Math.min(question.choose.max, names.length);
      const order = names.map((name) => ({ name, at: below(1000) })).sort((a, b) => a.at - b.at);
      return [question.id, order.slice(0, below(most + 1)).map(({ name }) => name)];
    }),
  );
const totalsOf = (ballots: Given[]) =>
  ballots
    .map((given) => choicesOf(questions, given).flat())
    .reduce((sum, one) => sum.map((count, i) => count + (one[i] ?? 0)));

describe('the ballot of a round', () => {
  it('asks the sets in their order, and last what is counted together', () => {
    const paired = ['confidentiality', 'integrity', 'ID', 'PR'];
    expect(questions.map(({ of }) => of.map(({ id }) => id).join())).toEqual([
      ...all.map(({ id }) => id).filter((id) => !paired.includes(id)),
      'confidentiality,integrity',
      'ID,PR',
    ]);
  });
  it('counts nothing together with what an organization is', () => {
    const [set] = asked.map((one) => one.set);
    const sized = set?.questions.map((question, i) => ({ ...question, describes: i === 0 })) ?? [];
    const [size, other, another] = sized.map(({ id }) => id);
    const made = (first = '', second = '') =>
      ballotOf({ ...paper, joint: [{ first, second }] }, [{ set: { ...set, questions: sized } as never }]);
    expect(made(other, another).at(-1)?.of).toHaveLength(2);
    for (const pair of [
      [size, other],
      [other, size],
    ])
      expect(() => made(...pair)).toThrow(/groups that are known/);
  });
  it('says each with its id and its text, and the levels by their names', () => {
    expect(asOnBallot(questions[0] ?? never())).toEqual({
      question: 'GV.OC-01: The organizational mission is understood and informs cybersecurity risk management',
      answers: framework?.questions[0]?.levels.map(({ name }) => name),
      min: 0,
      max: 1,
    });
  });
  it('takes the answers of a list from the paper, of which one may choose no more than there are', () => {
    const techniques = questions.find(({ of: [{ id }] }) => id === 'techniques');
    expect(techniques).toMatchObject({ answers: paper.techniques, max: 3 });
    expect(questions.find(({ of: [{ id }] }) => id === 'causes')).toMatchObject({ max: 8 });
  });
  it('has for two that are counted together a cell for each answer to both', () => {
    const { text, answers, max } = questions.at(-1) ?? never();
    expect(text).toBe(
      'ID and PR: Do we know our assets and risks worse, as well as, or better than at the last asking? | ' +
        (movement?.questions.find(({ id }) => id === 'PR')?.text ?? ''),
    );
    expect(answers.slice(0, 4)).toEqual(['Worse | Worse', 'Worse | Same', 'Worse | Better', 'Same | Worse']);
    expect([answers.length, max]).toEqual([9, 1]);
  });
  it('can not pair what is not asked', () => {
    for (const pair of [
      { first: 'GV', second: 'nothing' },
      { first: 'PR.AA-01', second: 'GV' },
    ])
      expect(() => ballotOf({ ...paper, joint: [pair] }, asked)).toThrow('does not ask');
  });
  it('counts a ciphertext for each answer', () =>
    expect(answersIn(questions)).toBe(31 * 5 + 36 + 3 + 6 * 3 + (4 * 4 - 8) + (3 * 3 - 6)));
});

describe('answers become totals, and these the counts of each question', { timeout: 30_000 }, () => {
  const some = Array.from({ length: 40 }, byChance);

  it.each(some.slice(0, 10))('one or as many as are allowed of each: %#', (given) => {
    const choices = choicesOf(questions, given);
    expect(choices.map((row) => row.length)).toEqual(questions.map(({ answers }) => answers.length));
    for (const [i, row] of choices.entries()) expect(answered(row)).toBeLessThanOrEqual(questions[i]?.max ?? 0);
  });
  it('of questions that stand alone: how many chose each answer', () => {
    const { counts } = countsOf(questions, totalsOf(some));
    for (const { of, answers } of questions)
      if (of.length === 1)
        expect(counts.get(of[0].id)).toEqual(
          answers.map((name) => some.filter((given) => given[of[0].id]?.includes(name)).length),
        );
  });
  it('of two together: how many gave both answers, of which those of each are the margins', () => {
    const { counts, joint } = countsOf(questions, totalsOf(some));
    expect(joint.map(({ first, second }) => [first.id, second.id])).toEqual([
      ['confidentiality', 'integrity'],
      ['ID', 'PR'],
    ]);
    for (const { first, second, table } of joint) {
      const { rows, columns } = marginsOf(table);
      expect([counts.get(first.id), counts.get(second.id)]).toEqual([rows, columns]);
      for (const [i, one] of first.levels.entries())
        for (const [j, other] of second.levels.entries())
          expect(table[i]?.[j]).toBe(
            some.filter((given) => given[first.id]?.[0] === one.name && given[second.id]?.[0] === other.name).length,
          );
    }
  });
  it('of one ballot: what was chosen, but of two together only where both are answered', () => {
    for (const given of some) {
      const { counts } = countsOf(questions, choicesOf(questions, given).flat());
      for (const { of, answers } of questions) {
        const isSkipped = of.some(({ id }) => (given[id] ?? []).length === 0);
        for (const question of of) {
          const names = of.length === 1 ? answers : question.levels.map(({ name }) => name);
          const back = names.filter((_, i) => counts.get(question.id)?.[i] === 1);
          expect(new Set(back)).toEqual(new Set(isSkipped ? [] : given[question.id]));
        }
      }
    }
  });
  it('where nothing is answered, or only what nobody asks, nothing is chosen', () => {
    for (const given of [{}, { other: ['Same'] }, { GV: ['no such level'] }] as Given[])
      expect(new Set(choicesOf(questions, given).flat())).toEqual(new Set([0]));
  });
  it('of another ballot are refused', () => expect(() => countsOf(questions, [1, 2, 3])).toThrow('other questions'));
});

it('a paper that is none is told as such', () => {
  expect(readPaper(JSON.stringify(paper))).toEqual(paper);
  for (const text of ['', '{}', '{"title":"x","techniques":[],"joint":[{"first":"GV"}]}'])
    expect(() => readPaper(text)).toThrow("the round's paper");
});

function never(): never {
  throw new Error('it is there');
}
