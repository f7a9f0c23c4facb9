// How figures go on, of examples that were worked out by hand.
import { describe, expect, it } from 'vitest';

import { aVerifiedRound } from '../../testing/verifiedRound';
import { askedTwice, byYear, eventsByQuarter, movementByQuarter } from './trend';

const asks = (
  opens: string,
  part: number,
  counts: readonly number[],
  special: Record<string, readonly number[]> = {},
) => aVerifiedRound({ opens, sets: [{ name: 'nist-csf-2.0', part }], counts: special, ofAll: () => counts });
const low = [10, 5, 5, 0, 0];
const high = [1, 4, 5, 5, 5];

describe('the last two askings', () => {
  it('are compared group by group, by what is above the two lowest levels', () => {
    const [of] = askedTwice([asks('2025-01-10', 2, high), asks('2026-01-10', 2, low), asks('2027-01-10', 2, high)]);
    expect(of?.moved.map(({ line }) => [line.label, ...line.values])).toEqual([
      ['ID', 0.25, 0.75],
      ['RC', 0.25, 0.75],
    ]);
    // From between the first two levels to between the third and the fourth.
    expect(of?.moved[0]?.median).toBe(2);
    expect(of?.moved[0]?.under.map(({ line }) => line.label)).toEqual(['ID.AM', 'ID.RA', 'ID.IM']);
  });
  it('are of the same questions: what one of them did not ask is in neither', () => {
    const once = { 'RC.RP-01': [0, 0, 0, 0, 0] };
    const [of] = askedTwice([
      asks('2026-01-10', 2, low, once),
      asks('2027-01-10', 2, high, { 'RC.RP-01': [20, 0, 0, 0, 0] }),
    ]);
    expect(of?.moved.find(({ line }) => line.label === 'RC')?.line.values).toEqual([0.25, 0.75]);
  });
  it('are not there where each question was asked once', () =>
    expect(askedTwice([asks('2026-01-10', 1, low), asks('2026-04-10', 2, low)])).toEqual([]));
});

describe('the years of a function', () => {
  it('stand beside each other from the third on', () => {
    const rounds = [asks('2025-01-10', 1, low), asks('2026-01-10', 1, low), asks('2026-04-10', 2, low)];
    expect(byYear(rounds)).toEqual([]);
    const [of] = byYear([...rounds, asks('2027-01-10', 1, high), asks('2027-04-10', 2, high)]);
    expect(of?.years).toEqual([2025, 2026, 2027]);
    expect(of?.lines.map(({ label, values }) => [label, ...values])).toEqual([
      ['GV', 0.25, 0.25, 0.75],
      ['ID', undefined, 0.25, 0.75],
      ['RC', undefined, 0.25, 0.75],
    ]);
  });
});

describe('quarters', () => {
  const moved = (opens: string, GV: readonly number[]) =>
    aVerifiedRound({
      opens,
      sets: [{ name: 'movement' }, { name: 'events-of-the-quarter' }],
      counts: { GV, reliability: [10, 5, 4, 1] },
    });
  const rounds = ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10', '2027-01-10'].map((opens, i) =>
    moved(opens, [i, 10, 10]),
  );
  it('have a line of movement for each function, of the last four', () => {
    const found = movementByQuarter(rounds);
    expect(found?.lines).toEqual([{ key: 'GV', label: 'GV', values: [9, 8, 7, 6] }]);
    expect(found?.opens[0]).toContain('2026-04-10');
  });
  it('have a line of events for each kind of harm', () =>
    expect(eventsByQuarter(rounds)?.lines).toEqual([
      { key: 'reliability', label: 'reliability', values: [5, 5, 5, 5] },
    ]));
  it('are not compared before there are two', () => expect(movementByQuarter(rounds.slice(0, 1))).toBeUndefined());
});
