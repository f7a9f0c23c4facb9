import { describe, expect, it } from 'vitest';

import { linearAxis, logAxis, pathOf, reachedBy } from './curve';
import { aroundMiddle, colourOf } from './diverging';
import { apart, emsOf } from './labels';

describe('a diverging bar', () => {
  it('has the middle of its middle level at 0', () => {
    const [low, middle, high] = aroundMiddle([0.5, 0.2, 0.3]);
    expect(low?.from).toBeCloseTo(-0.6);
    expect(middle?.from).toBeCloseTo(-0.1);
    expect(middle?.to).toBeCloseTo(0.1);
    expect(high?.to).toBeCloseTo(0.4);
  });
  it('of an even number of levels has 0 between the middle two', () => {
    expect(aroundMiddle([0.25, 0.75])).toEqual([
      { from: -0.25, to: 0 },
      { from: 0, to: 0.75 },
    ]);
  });
  it('has the outer colours at its ends, whatever the number of levels', () => {
    const colours = (levels: number) => Array.from({ length: levels }, (_, level) => colourOf(level, levels));
    expect(colours(5)).toEqual([1, 2, 3, 4, 5]);
    expect(colours(3)).toEqual([1, 3, 5]);
    expect(colours(2)).toEqual([1, 5]);
    expect(colours(4)).toEqual([1, 2, 4, 5]);
    expect(colours(1)).toEqual([3]);
  });
});

describe('labels', () => {
  const span = { from: 0, to: 100 };
  it('stand where they would, where there is room', () => expect(apart([80, 10, 40], 16, span)).toEqual([80, 10, 40]));
  it('that would meet part evenly', () => expect(apart([50, 50], 16, span)).toEqual([42, 58]));
  it('keep within what is drawn', () => {
    expect(apart([0, 2], 10, span)).toEqual([0, 10]);
    expect(apart([100, 100], 10, span)).toEqual([90, 100]);
    expect(apart([], 10, span)).toEqual([]);
  });
  it('keep their order and their distance', () => {
    for (let seed = 1; seed < 300; seed++) {
      const wanted = Array.from({ length: 1 + (seed % 9) }, (_, i) => (seed * seed * (i + 3) * 37) % 100);
      const placed = apart(wanted, 10, span);
      const order = placed.map((_, i) => i).sort((a, b) => (placed[a] ?? 0) - (placed[b] ?? 0));
      order.slice(1).forEach((i, before) => {
        const j = order[before] ?? 0;
        expect((placed[i] ?? 0) - (placed[j] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(wanted[i]).toBeGreaterThanOrEqual(wanted[j] ?? 0);
      });
      expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...placed)).toBeLessThanOrEqual(100 + 1e-9);
    }
  });
  it('of square signs are wider', () => expect(emsOf('治理')).toBeGreaterThan(emsOf('GV')));
});

describe('the loss that a share of the samples reaches', () => {
  const samples = [0, 0, 10, 20, 30, 40, 50, 60, 70, 80];
  it('is the largest one', () => {
    expect(reachedBy(0.1, samples)).toBe(80);
    expect(reachedBy(0.5, samples)).toBe(40);
    expect(reachedBy(1, samples)).toBe(0);
  });
  it('of a share that is no whole number of samples is that of the next more', () =>
    expect(reachedBy(0.15, samples)).toBe(70));
  it('of no samples is none', () => expect(reachedBy(0.5, [])).toBeUndefined());
  it('is what so many samples reach, and nothing larger is', () => {
    for (const many of [1, 7, 20, 333])
      for (let share = 0.05; share <= 1; share += 0.05) {
        const all = Array.from({ length: many }, (_, i) => (i * i) % 97).sort((a, b) => a - b);
        const found = reachedBy(share, all) ?? NaN;
        expect(all.filter((loss) => loss >= found).length).toBeGreaterThanOrEqual(share * many - 1e-6);
        expect(all.filter((loss) => loss > found).length).toBeLessThan(Math.max(1, share * many) + 1e-6);
      }
  });
});

describe('the axis of losses', () => {
  it('begins at nothing, in even steps', () => {
    expect(linearAxis([3, 70, 81]).ticks).toEqual([0, 50, 100]);
    expect(linearAxis([1, 2000]).ticks).toEqual([0, 500, 1000, 1500, 2000]);
    expect(linearAxis([3, 70, 81]).placeOf(25)).toBe(0.25);
  });
  it('has powers of ten around all samples that are more than nothing', () => {
    const { ticks, placeOf } = logAxis([0, 30, 4000]);
    expect(ticks).toEqual([10, 100, 1000, 10000]);
    expect(placeOf(100)).toBeCloseTo(1 / 3);
    expect(placeOf(0)).toBe(0);
  });
  it('has no more of them than can be read', () => expect(logAxis([1e-9, 1e6]).ticks).toHaveLength(7));
  it('is there, whatever the samples', () => {
    for (const samples of [[], [0], [0, 0], [1], [1000]])
      for (const { ticks } of [linearAxis(samples), logAxis(samples)]) expect(ticks.length).toBeGreaterThan(1);
  });
});

describe('the curve', () => {
  const same = (place: number) => place;
  it('goes down by a step at each sample', () =>
    expect(pathOf([1, 2], linearAxis([1, 2]), same)).toBe('M0.0000 0V0.0000H0.5000V0.5000H1.0000V1'));
  it('has steps that are seen, and no more, of however many samples', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => i);
    const path = pathOf(many, linearAxis(many), same);
    expect(path.match(/H/g)).toHaveLength(200);
    expect(path).toMatch(/H1\.0000V1$|H0\.\d+V1$/);
  });
});
