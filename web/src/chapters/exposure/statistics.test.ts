import { describe, expect, it } from 'vitest';

import type { Counts } from './statistics';
import {
  answered,
  byShareOfLow,
  cellsOf,
  changeBetween,
  marginsOf,
  median,
  middleHalf,
  placeOf,
  positionOf,
  released,
  releasedOver,
  shareOfLow,
  summed,
  tableOf,
} from './statistics';

/** Numbers below 1 that look like chance, and are the same in each run. */
function chance(seed: number) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Counts of 1 to 12 levels, many of them none or few. */
function histograms(many: number): number[][] {
  const next = chance(20_26);
  const most = () => [2, 6, 30][Math.floor(next() * 3)] ?? 0;
  return Array.from({ length: many }, () => {
    const upTo = most();
    const levels = 1 + Math.floor(next() * 12);
    return Array.from({ length: levels }, () => (next() < 0.3 ? 0 : Math.floor(next() * (upTo + 1))));
  });
}

/** The levels of all answers in order. */
const inOrder = (counts: Counts) => counts.flatMap((count, level) => Array.from({ length: count }, () => level));
const at = (lower: number, upper = lower) => ({ lower, upper });
const any = histograms(2000);

describe('the median', () => {
  it('is the level of the answer in the middle', () => expect(median([1, 2, 2])).toEqual(at(1)));
  it('is both levels, where the answers part exactly between them', () => {
    expect(median([0, 3, 0, 0, 3])).toEqual(at(1, 4));
    expect(placeOf(at(1, 4))).toBe(2.5);
  });
  it('is none where nobody answered', () => {
    expect(median([0, 0])).toBeUndefined();
    expect(median([])).toBeUndefined();
  });
  it.each([1, 2, 3] as const)(
    'has at most half of the answers on either side, as quartiles have their part (%i)',
    { timeout: 30_000 },
    (k) => {
      for (const counts of any) {
        const half = middleHalf(counts);
        const found = k === 2 ? median(counts) : k === 1 ? half?.from : half?.to;
        const all = inOrder(counts);
        if (!found) expect(all).toEqual([]);
        else
          for (const level of [found.lower, found.upper]) {
            expect(all.filter((one) => one < level).length).toBeLessThanOrEqual((all.length * k) / 4);
            expect(all.filter((one) => one > level).length).toBeLessThanOrEqual((all.length * (4 - k)) / 4);
          }
      }
    },
  );
});

describe('the middle half', () => {
  it('reaches from the first quartile to the third', () => {
    // In order 0 1 1 2 2 2 3: the second and the sixth.
    expect(middleHalf([1, 2, 3, 1])).toEqual({ from: at(1), to: at(2) });
    // In order 0 0 1 1 2 2 3 3: each quarter ends between two.
    expect(middleHalf([2, 2, 2, 2])).toEqual({ from: at(0, 1), to: at(2, 3) });
  });
  it('of one answer is that answer', () => expect(middleHalf([0, 0, 1])).toEqual({ from: at(2), to: at(2) }));
  it('holds the median', () => {
    for (const counts of any) {
      const [half, middle] = [middleHalf(counts), median(counts)];
      if (!half || !middle) continue;
      expect(half.from.lower).toBeLessThanOrEqual(middle.lower);
      expect(half.to.upper).toBeGreaterThanOrEqual(middle.upper);
    }
  });
});

describe('the share at the two lowest levels', () => {
  it('is of those who answered', () => expect(shareOfLow([3, 2, 5, 6, 4])).toBe(0.25));
  it('is none where nobody did', () => expect(shareOfLow([0, 0, 0])).toBeUndefined());
  it('orders questions, and what nobody answered comes last', () => {
    const rows = [
      { key: 'none', counts: [0, 0, 0] },
      { key: 'little', counts: [1, 0, 9] },
      { key: 'half', counts: [1, 4, 5] },
      { key: 'no low', counts: [0, 0, 5] },
      { key: 'half too', counts: [5, 0, 5] },
    ];
    expect(byShareOfLow(rows).map(({ key }) => key)).toEqual(['half', 'half too', 'little', 'no low', 'none']);
  });
});

describe('the position of a level', () => {
  it('is from those below it to those at it or below', () =>
    expect(positionOf(2, [3, 5, 5, 4, 3])).toEqual({ from: 40, to: 65 }));
  it('is rounded so that nothing narrower is said', () =>
    // 3 and 7 of 17 are 17.6 and 41.2 percent.
    expect(positionOf(1, [3, 4, 10])).toEqual({ from: 15, to: 45 }));
  it('begins at nobody, and ends at all', () => {
    expect(positionOf(0, [2, 0, 3])).toEqual({ from: 0, to: 40 });
    expect(positionOf(2, [2, 0, 3])).toEqual({ from: 40, to: 100 });
  });
  it('is none where nobody answered', () => expect(positionOf(1, [0, 0])).toBeUndefined());
  it('always holds what is so, within five percent on either side', { timeout: 30_000 }, () => {
    for (const counts of any)
      for (const level of counts.keys()) {
        const said = positionOf(level, counts);
        const all = inOrder(counts);
        if (!said) continue;
        const below = (100 * all.filter((one) => one < level).length) / all.length;
        const upTo = (100 * all.filter((one) => one <= level).length) / all.length;
        expect(below - said.from).toBeGreaterThan(-1e-9);
        expect(below - said.from).toBeLessThan(5);
        expect(said.to - upTo).toBeGreaterThan(-1e-9);
        expect(said.to - upTo).toBeLessThan(5);
      }
  });
});

describe('several questions', () => {
  it('are summed level by level', () => {
    expect(
      summed([
        [1, 2, 3],
        [0, 5, 1],
      ]),
    ).toEqual([1, 7, 4]);
    expect(summed([])).toEqual([]);
  });
  it('of different levels are not', () => expect(() => summed([[1], [1, 2]])).toThrow(RangeError));
});

describe('what leaves the group', () => {
  it('is rounded to ten percent', () =>
    expect(released([5, 6, 9])).toEqual([
      { from: 0, to: 0, percent: 30 },
      { from: 1, to: 1, percent: 30 },
      { from: 2, to: 2, percent: 50 },
    ]));
  it('is nothing where fewer than fifteen answered', () => {
    expect(released([7, 7])).toBeUndefined();
    expect(released([7, 8])).toHaveLength(2);
    expect(released([])).toBeUndefined();
  });
  it('joins a cell of few to a neighbour', () =>
    expect(released([4, 6, 0, 10])).toEqual([
      { from: 0, to: 1, percent: 50 },
      { from: 2, to: 2, percent: 0 },
      { from: 3, to: 3, percent: 50 },
    ]));
  it('joins cells of few to each other before those of many', () =>
    expect(released([30, 2, 2, 2, 30])?.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 3],
      [4, 4],
    ]));
  it('joins across cells of nobody', () => expect(released([3, 0, 0, 20])).toEqual([{ from: 0, to: 3, percent: 100 }]));
  it('never has a cell of few, leaves no level out, and is undefined for few answers alone', () => {
    for (const counts of any) {
      const cells = released(counts);
      expect(cells === undefined).toBe(answered(counts) < 15);
      expect(cells?.flatMap(({ from, to }) => counts.slice(from, to + 1)) ?? counts).toEqual(counts);
      for (const { from, to, percent } of cells ?? []) {
        const inside = answered(counts.slice(from, to + 1));
        expect(inside === 0 || inside >= 5).toBe(true);
        expect(percent % 10).toBe(0);
        expect(Math.abs(percent - (100 * inside) / answered(counts))).toBeLessThanOrEqual(5 + 1e-9);
      }
    }
  });
  it('tells nothing of what all answered alike, which would be the answer of each', () => {
    expect(released([0, 0, 20, 0])).toEqual([{ from: 0, to: 3, percent: 100 }]);
    expect(released([0, 15, 5, 0])).toHaveLength(4);
  });
  it('joins no more than it must', () => {
    const fits = (count: number) => count === 0 || count >= 5;
    const tells = (parts: readonly number[]) =>
      parts.every(fits) && (parts.length === 1 || parts.filter((count) => count > 0).length > 1);
    for (const counts of any.filter(({ length }) => length <= 8)) {
      const cells = released(counts);
      if (!cells) continue;
      const cuts = Array.from({ length: 2 ** (counts.length - 1) }, (_, bits) =>
        counts.reduce<number[]>(
          (parts, count, level) =>
            level > 0 && (bits >> (level - 1)) & 1
              ? [...parts, count]
              : [...parts.slice(0, -1), (parts.at(-1) ?? 0) + count],
          [],
        ),
      );
      expect(cells).toHaveLength(Math.max(...cuts.filter(tells).map(({ length }) => length)));
    }
  });
});

describe('what leaves the group of several questions', () => {
  it('is of their answers together', () =>
    // 15 and 10 and 15 of 40 answers: 37.5, 25 and 37.5 percent.
    expect(
      releasedOver([
        [5, 5, 10],
        [10, 5, 5],
      ]),
    ).toEqual([
      { from: 0, to: 0, percent: 40 },
      { from: 1, to: 1, percent: 30 },
      { from: 2, to: 2, percent: 40 },
    ]));
  it('joins a level that one organization may have given to all of them', () =>
    // Six answers at the lowest level, and never more than one to a question.
    expect(releasedOver(Array.from({ length: 6 }, () => [1, 9, 10]))).toEqual([
      { from: 0, to: 1, percent: 50 },
      { from: 2, to: 2, percent: 50 },
    ]));
  it('is nothing where no question was answered by fifteen', () => {
    expect(
      releasedOver([
        [7, 7],
        [7, 7],
      ]),
    ).toBeUndefined();
    expect(releasedOver([])).toBeUndefined();
  });
});

describe('a joint question', () => {
  const cells = [1, 2, 3, 4, 5, 6];
  it('is a table, row by row, and the table is its cells', () => {
    expect(tableOf(cells, 3)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(cellsOf(tableOf(cells, 3))).toEqual(cells);
    expect(cellsOf(tableOf(cells, 2))).toEqual(cells);
  });
  it('has each of its questions in a margin', () =>
    expect(marginsOf(tableOf(cells, 3))).toEqual({ rows: [6, 15], columns: [5, 7, 9] }));
  it('has as many answers in either margin as in its cells', () => {
    for (const counts of any) {
      const { rows, columns } = marginsOf(tableOf(counts, counts.length % 2 === 0 ? 2 : 1));
      expect([answered(rows), answered(columns)]).toEqual([answered(counts), answered(counts)]);
    }
  });
  it('whose last row is not whole is none', () => expect(() => tableOf(cells, 4)).toThrow(RangeError));
});

describe('a change', () => {
  it('is of shares and of the median', () =>
    expect(changeBetween([5, 5, 0], [2, 4, 2])).toEqual({ shares: [-0.25, 0, 0.25], median: 0.5 }));
  it('is none where one asking was answered by nobody', () => {
    expect(changeBetween([0, 0], [1, 2])).toBeUndefined();
    expect(changeBetween([1, 2], [0, 0])).toBeUndefined();
  });
  it('is not of different levels', () => expect(() => changeBetween([1], [1, 2])).toThrow(RangeError));
  it('back is the same the other way round, and its shares are no more and no less together', () => {
    for (const counts of any) {
      const [there, back] = [
        changeBetween(counts, [...counts].reverse()),
        changeBetween([...counts].reverse(), counts),
      ];
      if (!there || !back) continue;
      expect(there.median + back.median).toBe(0);
      expect(there.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0);
      there.shares.forEach((share, level) => expect(share + (back.shares[level] ?? 0)).toBeCloseTo(0));
    }
  });
});
