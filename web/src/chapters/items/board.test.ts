import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { anItem } from '../../testing/workPlan';
import { columnsOf, hasPages } from './board';
import type { Filter } from './filter';

const all = (['open', 'under-way', 'blocked', 'done', 'dropped'] as const).map((state, id) => anItem({ id, state }));
const states = (filter: Filter) => columnsOf(all, { view: 'board', ...filter }).map(({ state }) => state);
const many = (count: number, state: Schemas['ItemState'] = 'open') =>
  Array.from({ length: count }, (_, id) => anItem({ id, state }));

describe('the board has a column', () => {
  it('for each state but what was dropped', () => expect(states({})).toEqual(['open', 'under-way', 'blocked', 'done']));
  it('for what was dropped where that is asked for', () => {
    expect(states({ state: 'all' })).toEqual(['open', 'under-way', 'blocked', 'done', 'dropped']);
    expect(states({ state: 'dropped' })).toEqual(['dropped']);
  });
  it('for one state where that is chosen', () => expect(states({ state: 'blocked' })).toEqual(['blocked']));
});

describe('a column', () => {
  it('holds what is in its state, in the order that it comes in', () =>
    expect(columnsOf([anItem({ id: 5 }), anItem({ id: 4 })], {})[0]?.items.map(({ id }) => id)).toEqual([5, 4]));
  it('holds what was over last first', () => {
    const early = anItem({ id: 1, state: 'done', moved_at: '2026-09-01T09:00:00.000Z' });
    const late = anItem({ id: 2, state: 'done', moved_at: '2026-10-01T09:00:00.000Z' });
    expect(columnsOf([early, late], { view: 'board' })[3]?.items.map(({ id }) => id)).toEqual([2, 1]);
  });
  it('of several shows its first twenty, and counts all', () => {
    const [open] = columnsOf(many(45), { view: 'board' });
    expect([open?.items.length, open?.total]).toEqual([20, 45]);
  });
  it('by itself comes in pages', () => {
    const filter: Filter = { view: 'board', state: 'open', page: 2 };
    expect(hasPages(filter)).toBe(true);
    expect(columnsOf(many(60), filter)[0]?.items.map(({ id }) => id)).toEqual(
      many(60)
        .map(({ id }) => id)
        .slice(50),
    );
  });
});

it('what is over comes in the same order on its pages', () => {
  const items = many(60, 'done').map((item, i) => ({
    ...item,
    moved_at: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
  }));
  expect(columnsOf(items, { view: 'board', state: 'done' })[0]?.items[0]?.id).toBe(59);
});
