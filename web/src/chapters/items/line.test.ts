import { describe, expect, it } from 'vitest';

import { aGroup, aMove, anItem, zone } from '../../testing/workPlan';
import { axisOf, bandsOf, barOf, isNamed, isWithin, placeOf, yearsOf } from './line';

const now = new Date('2026-11-29T09:00:00Z');
const axisFor = (...items: Parameters<typeof anItem>[0][]) =>
  axisOf(bandsOf(items.map(anItem), [aGroup({ ends: '2027-01-31T23:00:00.000Z' })]), zone, now);
const written = ({ months }: ReturnType<typeof axisOf>) =>
  months.map(({ year, month }) => `${year}-${month}`).filter((_, i, all) => i === 0 || i === all.length - 1);

describe('an item is drawn', () => {
  it('from when it was added until it is due', () =>
    expect(barOf(anItem(), now)).toEqual({
      from: Date.parse('2026-08-01T09:00:00.000Z'),
      to: Date.parse('2027-06-30T22:00:00.000Z'),
      slips: [],
      late: false,
      endless: false,
    }));
  it('until it was finished, where it was', () => {
    const moved_at = '2026-10-05T09:00:00.000Z';
    expect(barOf(anItem({ state: 'done', moved_at }), now).to).toBe(Date.parse(moved_at));
  });
  it('until today, where it has no day', () =>
    expect(barOf(anItem({ due: null }), now)).toMatchObject({ to: now.getTime(), endless: true }));
  it('as late, where its day is over', () =>
    expect(barOf(anItem({ due: '2026-11-28T23:00:00.000Z' }), now)).toMatchObject({ late: true }));
  it('with each day that it had before it was put off', () => {
    const [first, second] = ['2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'];
    const moves = [
      aMove({ due: first }),
      aMove({ what: 'slipped', due: second }),
      aMove({ what: 'started', due: second }),
      aMove({ what: 'slipped' }),
    ];
    expect(barOf(anItem({ moves }), now).slips).toEqual([Date.parse(first), Date.parse(second)]);
  });
});

it('bands follow the items, and what is no group’s comes last', () => {
  const items = [
    anItem({ id: 1, group: null }),
    anItem({ id: 2, group: 8 }),
    anItem({ id: 3 }),
    anItem({ id: 4, group: 8 }),
  ];
  const bands = bandsOf(items, [aGroup(), aGroup({ id: 8 })]);
  expect(bands.map(({ group, items: those }) => [group?.id, those.map(({ id }) => id)])).toEqual([
    [8, [2, 4]],
    [7, [3]],
    [undefined, [1]],
  ]);
});

describe('the axis', () => {
  it('has whole months of the charter’s zone, of items and groups', () => {
    const axis = axisFor({ due: null });
    expect(written(axis)).toEqual(['2026-8', '2027-1']);
    expect([axis.from, axis.to].map((time) => new Date(time).toISOString())).toEqual([
      '2026-07-31T22:00:00.000Z',
      '2027-01-31T23:00:00.000Z',
    ]);
  });
  it('goes back a year, and on for three in all', () => {
    const axis = axisFor({ added_at: '2020-01-01T09:00:00.000Z', due: '2072-01-01T00:00:00.000Z' });
    expect(written(axis)).toEqual(['2025-11', '2028-10']);
  });
  it('has today on it, where all is over', () => {
    const moved_at = '2026-08-05T09:00:00.000Z';
    const axis = axisOf(bandsOf([anItem({ state: 'done', moved_at, group: null })], []), zone, now);
    expect(written(axis)).toEqual(['2026-8', '2026-11']);
    expect(isWithin(now.getTime(), axis)).toBe(true);
  });
  it('names months, and of several years each third', () => {
    const named = (...items: Parameters<typeof axisFor>) => {
      const axis = axisFor(...items);
      return axis.months.filter((month) => isNamed(month, axis)).map(({ month }) => month);
    };
    expect(named({ due: null })).toEqual([8, 9, 10, 11, 12, 1]);
    expect(named({ due: '2027-12-01T00:00:00.000Z' })).toEqual([10, 1, 4, 7, 10]);
  });
  it('names years where there is room for them', () => {
    expect(yearsOf(axisFor({ due: null })).map(({ year }) => year)).toEqual([2026, 2027]);
    const added_at = '2026-12-01T09:00:00.000Z';
    const late = axisOf(bandsOf([anItem({ added_at, group: null })], []), zone, new Date('2026-12-24T09:00:00Z'));
    expect(yearsOf(late).map(({ year }) => year)).toEqual([2026, 2027]);
    expect(yearsOf(axisFor({ added_at: '2025-12-01T09:00:00.000Z' })).map(({ year }) => year)).toEqual([2026, 2027]);
  });
  it('places what is beyond it at its ends', () => {
    const span = { from: 1000, to: 2000 };
    expect([500, 1000, 1250, 2500].map((time) => placeOf(time, span))).toEqual([0, 0, 25, 100]);
  });
});
