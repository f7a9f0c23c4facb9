// The five figures of examples that were worked out by hand.
import { describe, expect, it } from 'vitest';

import { aVerifiedRound } from '../../testing/verifiedRound';
import { lastFourQuarters } from './quarters';
import { eventsOf, functionsOf, maturityOf, movementOf, outcomesOf, turnoutOf, weakOf } from './strategic';

const framework = 'nist-csf-2.0';
const values = (points: readonly { value: number }[] | undefined) => points?.map(({ value }) => value);

/** A quarter of the framework, everything answered alike. */
const quarter = (opens: string, part: number, counts: readonly number[]) =>
  aVerifiedRound({ opens, sets: [{ name: framework, part }], ofAll: () => counts });

const low = [6, 6, 4, 2, 2];
const high = [1, 3, 4, 6, 6];
const firstYear = ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10'].map((opens, i) =>
  quarter(opens, i + 1, low),
);

describe('the last four quarters', () => {
  it('are that of the last round and the three before it, by the quarters of the year', () => {
    const rounds = [
      { opens: '2026-03-31T23:59:59Z' },
      { opens: '2026-04-01T00:00:00Z' },
      { opens: '2027-03-31T00:00:00Z' },
    ];
    expect(lastFourQuarters(rounds)).toEqual(rounds.slice(1));
    expect(lastFourQuarters([])).toEqual([]);
  });
});

describe('who took part', () => {
  it('is told round by round', () => {
    const rounds = [30, 34].map((took, i) => aVerifiedRound({ opens: `2026-0${1 + 3 * i}-01`, sets: [], took }));
    expect(values(turnoutOf(rounds))).toEqual([30, 34]);
  });
});

describe('maturity', () => {
  it('is the median and the middle half of all answers to outcomes of the last four quarters', () => {
    const found = maturityOf(firstYear);
    // In order: 6 × 0, 6 × 1, 4 × 2, 2 × 3, 2 × 4, as often as there are outcomes.
    expect(found?.median).toEqual({ lower: 1, upper: 1 });
    expect(found?.half).toEqual({ from: { lower: 0, upper: 0 }, to: { lower: 2, upper: 2 } });
    expect(found?.now.asked.set.questions).toHaveLength(106);
    expect(found?.answers).toBe(20 * 106);
  });
  it('has no trend before the same outcomes were known twice', () => {
    expect(values(maturityOf(firstYear.slice(0, 3))?.points)).toEqual([1]);
    expect(values(maturityOf(firstYear)?.points)).toEqual([1]);
  });
  it('moves with each quarter that is asked anew', () => {
    const again = [...firstYear, quarter('2027-01-10', 1, high), quarter('2027-04-10', 2, high)];
    // With 31 and then 60 of the 106 outcomes higher, 1,024 and 792 of 2,120 answers are at the two lowest levels.
    expect(values(maturityOf(again)?.points)).toEqual([1, 2, 2]);
  });
  it('of an outcome is what it was when it was asked last', () => {
    const twice = [quarter('2026-01-10', 1, low), quarter('2026-12-10', 1, high)];
    expect(maturityOf(twice)?.median).toEqual({ lower: 3, upper: 3 });
    expect(maturityOf(twice)?.now.asked.set.questions).toHaveLength(31);
  });
  it('is of one set, of which most was asked: levels of others do not add up', () => {
    const sets = [{ name: 'cisa-cpg-2.0' }, { name: framework, part: 1 }];
    const round = aVerifiedRound({
      opens: '2026-01-10',
      sets,
      ofAll: (id) => (/^\d|^[A-Z]{2}\./.test(id) ? low : [9, 9, 2]),
    });
    expect(outcomesOf([round])?.asked.set.id).toBe(framework);
  });
  it('is not there where nobody answered', () =>
    expect(maturityOf([aVerifiedRound({ opens: '2026-01-10', sets: [{ name: framework }] })])).toBeUndefined());
});

describe('weak outcomes', () => {
  const weakest = { 'GV.OC-01': [11, 0, 9, 0, 0], 'GV.OC-02': [5, 7, 8, 0, 0], 'GV.OC-03': [5, 5, 10, 0, 0] };
  const round = (opens: string, counts: Record<string, readonly number[]>) =>
    aVerifiedRound({ opens, sets: [{ name: framework, part: 1 }], counts, ofAll: () => high });
  it('are those with more than half of the answers at the two lowest levels, and not with just half', () => {
    const found = weakOf([round('2026-01-10', weakest)]);
    expect(found?.weak.map(({ id }) => id)).toEqual(['GV.OC-02', 'GV.OC-01']);
    expect(found?.all).toBe(31);
    expect(found?.fewest).toBe(20);
  });
  it('become fewer', () => {
    const found = weakOf([round('2026-01-10', weakest), round('2027-01-10', {})]);
    expect(values(found?.points)).toEqual([2, 0]);
  });
});

describe('functions', () => {
  it('come in the order of what is low', () => {
    const rounds = [quarter('2026-01-10', 1, high), quarter('2026-04-10', 2, low)];
    const now = outcomesOf(rounds);
    expect(now && functionsOf(now).map(({ key }) => key)).toEqual(['group ID', 'group RC', 'group GV']);
  });
});

describe('movement', () => {
  const moved = (opens: string, GV: readonly number[], ID: readonly number[]) =>
    aVerifiedRound({ opens, sets: [{ name: 'movement' }], counts: { GV, ID } });
  it('is better less worse of each function that was answered, and on average of them', () => {
    const found = movementOf([
      moved('2026-01-10', [9, 1, 10], [2, 10, 8]),
      moved('2026-04-10', [1, 9, 10], [5, 13, 2]),
    ]);
    expect(found?.moved.map(({ question, net, answers }) => [question.id, net, answers])).toEqual([
      ['GV', 9, 20],
      ['ID', -3, 20],
    ]);
    expect(values(found?.points)).toEqual([3.5, 3]);
  });
  it('is not there before it is asked', () => expect(movementOf(firstYear)).toBeUndefined());
});

describe('organizations hit', () => {
  const hit = (opens: string, counts: Record<string, readonly number[]>) =>
    aVerifiedRound({ opens, sets: [{ name: 'events-of-the-quarter' }], counts });
  const rounds = [
    hit('2026-01-10', { confidentiality: [15, 3, 1, 1], availability: [10, 5, 5, 0], loss: [1, 1, 1, 1, 1, 20] }),
    hit('2026-04-10', { confidentiality: [12, 4, 3, 1], availability: [16, 4, 0, 0] }),
  ];
  it('are those with something serious or severe, of each kind of harm', () => {
    const found = eventsOf(rounds);
    expect(found?.hits.map(({ harm, organizations, answers }) => [harm, organizations, answers])).toEqual([
      ['confidentiality', 4, 20],
      ['availability', 0, 20],
    ]);
    expect(values(found?.pointsOn('confidentiality'))).toEqual([2, 4]);
    expect(values(found?.pointsOn('availability'))).toEqual([5, 0]);
    expect(values(found?.pointsOn('integrity'))).toEqual([]);
  });
});
