import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { aGroup, aMove, anItem, aReport } from '../../testing/workPlan';
import { groupReview, review, slippedOf } from './review';

const since = '2026-10-01T12:00:00.000Z';
const before = '2026-09-01T09:00:00.000Z';
const later = '2026-10-02T09:00:00.000Z';

/** What happened to it: each event, before the session or since. */
const an = (id: number, state: Schemas['ItemState'], ...events: [Schemas['ItemEvent'], string][]) =>
  anItem({
    id,
    state,
    slipped: events.filter(([what]) => what === 'slipped').length,
    moved_at: events.at(-1)?.[1] ?? before,
    moves: [aMove({ at: before }), ...events.map(([what, at]) => aMove({ what, at }))],
  });
const ids = (items: Schemas['Item'][], session: string | null = since) =>
  Object.fromEntries(
    Object.entries(review(items, session)).map(([section, those]) => [section, those.map((i) => i.id)]),
  );
const none = { slipped: [], blocked: [], untouched: [], moved: [], finished: [], dropped: [] };

describe('since the last session, an item', () => {
  it.each([
    ['slipped', an(1, 'open', ['slipped', later])],
    ['slipped', an(1, 'under-way', ['slipped', later], ['started', later])],
    ['blocked', an(1, 'blocked', ['blocked', later])],
    ['blocked', an(1, 'blocked', ['slipped', later], ['blocked', later])],
    ['blocked', an(1, 'blocked', ['blocked', before])],
    ['untouched', an(1, 'under-way', ['slipped', before], ['started', before])],
    ['moved', an(1, 'open', ['handed-over', later])],
    ['finished', an(1, 'done', ['slipped', later], ['finished', later])],
    ['dropped', an(1, 'dropped', ['dropped', later])],
  ] as const)('is %s', (section, item) => expect(ids([item])).toEqual({ ...none, [section]: [1] }));
  it('that was over before is nowhere', () =>
    expect(ids([an(1, 'done', ['finished', before]), an(2, 'dropped', ['dropped', since])])).toEqual(none));
  it('that came since has moved', () =>
    expect(ids([anItem({ id: 1, moves: [aMove({ at: later })] })])).toEqual({ ...none, moved: [1] }));
  it('is anywhere in one place, where there was no session', () =>
    expect(ids([an(1, 'done', ['finished', before]), an(2, 'open')], null)).toEqual({
      ...none,
      finished: [1],
      moved: [2],
    }));
  it('tells how often it was put off before', () => {
    const item = an(1, 'open', ['slipped', before], ['slipped', before], ['slipped', later]);
    expect(slippedOf(item, since)).toEqual({ since: 1, before: 2 });
    expect(slippedOf(item, null)).toEqual({ since: 3, before: 0 });
  });
});

describe('the order is', () => {
  it('of what was put off: most often first', () =>
    expect(
      ids([an(1, 'open', ['slipped', later]), an(2, 'open', ['slipped', before], ['slipped', later])]).slipped,
    ).toEqual([2, 1]));
  it('of what is to do: the soonest first', () =>
    expect(
      ids([
        anItem({ id: 1, due: null }),
        anItem({ id: 2, due: '2027-01-01T00:00:00.000Z' }),
        anItem({ id: 3, due: '2026-12-01T00:00:00.000Z' }),
      ]).untouched,
    ).toEqual([3, 2, 1]));
  it('of what is over: as it ended', () =>
    expect(
      ids([an(1, 'done', ['finished', '2026-10-03T09:00:00.000Z']), an(2, 'done', ['finished', later])]).finished,
    ).toEqual([2, 1]));
});

it('of groups, what came since is told', () => {
  const groups = [
    aGroup({ id: 1, kickoff: later, planned_at: before, last_report: aReport({ at: later }) }),
    aGroup({ id: 2, planned_at: later, over_at: later }),
    aGroup({ id: 3, kickoff: '2026-10-01T13:00:00.000Z' }),
  ];
  const found = (session: string | null) =>
    Object.fromEntries(
      Object.entries(groupReview(groups, session)).map(([section, rows]) => [section, rows.map((r) => r.group.id)]),
    );
  expect(found(since)).toEqual({ kickoff: [3, 1], plan: [2], status: [1], ended: [2] });
  expect(found(null).plan).toEqual([1, 2]);
});
