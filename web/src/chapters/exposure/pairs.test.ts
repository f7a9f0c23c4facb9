import { describe, expect, it } from 'vitest';

import { evidenceOf, pairsOf, partsOf } from './pairs';
import type { Question } from './questionSet';

const names = ['Rare | Slight', 'Rare | Major', 'Often | Slight', 'Often | Major'];

describe('answers are pairs', () => {
  it('where all of a first list stand with all of a second', () => {
    expect(pairsOf(names)).toEqual({ first: ['Rare', 'Often'], second: ['Slight', 'Major'] });
  });
  it('and are none where one is missing, another way round, or no pair', () => {
    expect(pairsOf(names.slice(0, 3))).toBeUndefined();
    expect(pairsOf([...names].reverse().slice(1))).toBeUndefined();
    expect(pairsOf(['Rare | Slight', 'Often | Slight', 'Rare | Major', 'Often | Major'])).toBeUndefined();
    expect(pairsOf([...names.slice(0, 3), 'Often | Major | All'])).toBeUndefined();
    expect(pairsOf(['Worse', 'Same', 'Better'])).toBeUndefined();
    expect(pairsOf([])).toBeUndefined();
  });
  it('and of one row or one column there is nothing to choose twice', () => {
    expect(pairsOf(['Rare | Slight', 'Rare | Major'])).toBeUndefined();
  });
});

it('a chosen pair has two parts, and none that is chosen has none', () => {
  expect(partsOf('Rare | Slight')).toEqual(['Rare', 'Slight']);
  expect(partsOf(undefined)).toEqual([undefined, undefined]);
});

describe('what is said of a pair', () => {
  const asked = (evidence: string[]) =>
    ({ levels: names.map((name, i) => ({ name, evidence: evidence[i] ?? '' })) }) as Question;
  const pairs = { first: ['Rare', 'Often'], second: ['Slight', 'Major'] };
  it('is said of each of its parts', () => {
    const of = (first: string, second: string) => `${first}. ${second}.`;
    const question = asked([
      of('Rare: less than once in 10 years', 'Slight: a little'),
      of('Rare: less than once in 10 years', 'Major: much'),
      of('Often: each month', 'Slight: a little'),
      of('Often: each month', 'Major: much'),
    ]);
    expect(evidenceOf(question, pairs)).toEqual({
      first: ['Rare: less than once in 10 years.', 'Often: each month.'],
      second: ['Slight: a little.', 'Major: much.'],
    });
  });
  it('is said whole where it can not be parted', () => {
    expect(evidenceOf(asked(['A', 'B', 'C', 'D']), pairs)).toEqual({ first: ['A', 'C'], second: ['A', 'B'] });
  });
});
