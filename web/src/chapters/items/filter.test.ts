import { describe, expect, it } from 'vitest';

import { anItem, zone } from '../../testing/workPlan';
import { isOverdue, remaining } from './due';
import type { Filter } from './filter';
import { filterOf, pageOf, shownOf } from './filter';

const now = new Date('2026-11-29T09:00:00Z');

describe('a filter in an address', () => {
  it('is read as it was written', () => {
    const whole = { view: 'line', group: 0, holder: 'TUGS', state: 'blocked', mine: true, overdue: true, page: 3 };
    expect(filterOf(whole)).toEqual(whole);
  });
  it('is read with patience', () => {
    expect(filterOf({ group: '7', mine: 'true', overdue: 1, page: '2' })).toEqual({
      group: 7,
      mine: true,
      overdue: true,
      page: 2,
    });
    expect(filterOf({ group: -1, holder: '', state: 'to-do', mine: 'no', page: 1 })).toEqual({});
    expect(filterOf({ group: {}, holder: ['A'], state: 'lost', page: 1.5 })).toEqual({});
    expect(filterOf({ holder: 112 })).toEqual({ holder: '112' });
    expect(filterOf({ view: 'table' })).toEqual({});
    expect(filterOf({ view: ['board'] })).toEqual({});
  });
});

describe('what is shown', () => {
  const items = [
    anItem({ id: 0, due: null }),
    anItem({ id: 1, state: 'done', due: '2026-10-01T22:00:00.000Z' }),
    anItem({ id: 2, state: 'blocked', holder: 'QUAY', due: '2026-11-01T23:00:00.000Z' }),
    anItem({ id: 3, state: 'under-way', group: null }),
    anItem({ id: 4, state: 'dropped', holder: null }),
  ];
  const shown = (filter: Filter, own?: string) => shownOf(items, filter, own, now).map(({ id }) => id);

  it('is what is to do, where nothing is said: the soonest first, and what has no day last', () =>
    expect(shown({})).toEqual([2, 3, 0]));
  it.each<[Filter, number[]]>([
    [{ state: 'all' }, [1, 2, 3, 4, 0]],
    [{ state: 'open' }, [0]],
    [{ state: 'done' }, [1]],
    [{ state: 'dropped' }, [4]],
    [{ state: 'all', group: 7 }, [1, 2, 4, 0]],
    [{ holder: 'QUAY' }, [2]],
    [{ overdue: true }, [2]],
    [{ overdue: true, state: 'done' }, []],
    [{ group: 7, holder: 'TUGS', state: 'all' }, [1, 0]],
    [{ view: 'line' }, [2, 3, 0]],
    [{ view: 'board' }, [1, 2, 3, 0]],
    [{ view: 'board', state: 'all' }, [1, 2, 3, 4, 0]],
    [{ view: 'board', overdue: true }, [2]],
  ])('of %j: %j', (filter, ids) => expect(shown(filter)).toEqual(ids));
  it('is mine where my organization holds it, and nothing of whoever has none', () => {
    expect(shown({ mine: true }, 'TUGS')).toEqual([3, 0]);
    expect(shown({ mine: true })).toEqual([]);
  });
});

describe('pages', () => {
  const items = Array.from({ length: 120 }, (_, id) => anItem({ id }));
  it('have fifty rows each, and the last the rest', () => {
    expect(pageOf(items)).toMatchObject({ number: 1, pages: 3, before: 0 });
    expect(pageOf(items, 3).rows).toHaveLength(20);
  });
  it('that are not there are the last', () => expect(pageOf(items, 9)).toMatchObject({ number: 3, before: 100 }));
  it('are one where there is nothing', () => expect(pageOf([], 2)).toMatchObject({ number: 1, pages: 1, rows: [] }));
});

describe('how long it is until then', () => {
  const due = '2026-11-30T23:00:00.000Z'; // the end of the 30th
  const at = (time: string) => remaining(due, zone, new Date(time));
  it('is counted in days of the charter’s zone', () => {
    expect(at('2026-11-28T22:59:00Z')).toEqual({ kind: 'left', days: 2 });
    expect(at('2026-11-28T23:00:00Z')).toEqual({ kind: 'left', days: 1 });
    expect(at('2026-11-30T22:59:00Z')).toEqual({ kind: 'today' });
    expect(at('2026-11-30T23:00:00Z')).toEqual({ kind: 'over', days: 1 });
    expect(at('2026-12-03T12:00:00Z')).toEqual({ kind: 'over', days: 3 });
  });
  it('is so across a change of clocks', () =>
    expect(remaining('2026-10-31T23:00:00.000Z', zone, new Date('2026-10-24T10:00:00Z'))).toEqual({
      kind: 'left',
      days: 7,
    }));
  it('of an hour of a day passes within it', () =>
    expect(remaining('2026-11-29T08:00:00.000Z', zone, now)).toEqual({ kind: 'over', days: 0 }));
  it('is over for what is to do alone', () => {
    const past = '2026-11-29T09:00:00.000Z';
    expect(isOverdue({ state: 'blocked', due: past }, now)).toBe(true);
    expect(isOverdue({ state: 'done', due: past }, now)).toBe(false);
    expect(isOverdue({ state: 'open', due: null }, now)).toBe(false);
  });
});
