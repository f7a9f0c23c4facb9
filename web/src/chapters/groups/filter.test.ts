import { describe, expect, it } from 'vitest';

import { aGroup, aPriority, aReport } from '../../testing/workPlan';
import type { Filter } from './filter';
import { branches, filterOf } from './filter';
import { statusOf } from './status';

describe('a filter in an address', () => {
  it('is read with patience', () => {
    expect(filterOf({ state: 'over', mine: true })).toEqual({ state: 'over', mine: true });
    expect(filterOf({ state: 'standing', mine: 'true' })).toEqual({ mine: true });
    expect(filterOf({ state: ['over'], mine: 'no', more: {} })).toEqual({});
    expect(filterOf({})).toEqual({});
  });
});

describe('what is shown', () => {
  const priorities = [
    aPriority({ id: 1, state: 'proposed' }),
    aPriority({ id: 2, my_stance: 'in' }),
    aPriority({ id: 3, state: 'declined' }),
  ];
  const groups = [
    aGroup({ id: 1, priority: 2, state: 'proposed' }),
    aGroup({ id: 2, priority: 2, is_in: true }),
    aGroup({ id: 3, priority: 2, state: 'concluded' }),
    aGroup({ id: 4, priority: 3, state: 'withdrawn' }),
  ];
  const shown = (filter: Filter) =>
    branches(priorities, groups, filter).map(({ priority, groups: those }) => [priority.id, those.map(({ id }) => id)]);

  it('is what stands, where nothing is said', () =>
    expect(shown({})).toEqual([
      [1, []],
      [2, [1, 2]],
    ]));
  it('is a priority for the sake of its groups, too', () => {
    expect(shown({ state: 'proposed' })).toEqual([
      [1, []],
      [2, [1]],
    ]);
    expect(shown({ state: 'pursued' })).toEqual([[2, [2]]]);
    expect(shown({ state: 'over' })).toEqual([
      [2, [3]],
      [3, [4]],
    ]);
  });
  it('is all, or what is mine of it', () => {
    expect(shown({ state: 'all' })).toHaveLength(3);
    expect(shown({ mine: true })).toEqual([[2, [2]]]);
    expect(shown({ state: 'over', mine: true })).toEqual([]);
  });
});

describe('how a group stands', () => {
  const round = { opened_at: '2026-10-01T09:00:00.000Z', answers_by: '2026-10-15T22:00:00.000Z' };
  it('is what its Lead said last', () => {
    expect(statusOf(aGroup({ last_report: aReport() }), null)).toMatchObject({ kind: 'reported' });
    const answer = aReport({ at: round.opened_at });
    expect(statusOf(aGroup({ last_report: answer }), round)).toEqual({ kind: 'reported', report: answer });
  });
  it('is no answer, where it was asked since', () => {
    expect(statusOf(aGroup(), round)).toMatchObject({ kind: 'unanswered', since: round.opened_at, before: null });
    const before = aReport({ at: '2026-10-01T08:59:59.999Z' });
    expect(statusOf(aGroup({ last_report: before }), round)).toMatchObject({ kind: 'unanswered', before });
  });
  it('is not asked of a group that was founded later, and of none that is proposed or over', () => {
    expect(statusOf(aGroup({ founded_at: '2026-10-01T09:00:00.001Z' }), round)).toEqual({ kind: 'not-asked' });
    expect(statusOf(aGroup({ founded_at: null }), round)).toBeUndefined();
    expect(statusOf(aGroup({ over_at: '2026-11-01T09:00:00.000Z' }), round)).toBeUndefined();
  });
});
