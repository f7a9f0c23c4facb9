import { describe, expect, it } from 'vitest';

import { aRow } from '../../testing/risks';
import { filterOf } from './filter';
import { linesOf } from './line';
import type { Rating } from './score';
import { shownOf } from './shown';

const rating = (median: number, frequency: number, impact: number): Rating => ({
  table: [],
  answered: 20,
  score: { median, from: median, to: median },
  bands: { frequency, impact },
});
const lines = linesOf(
  [
    aRow({ id: 0, says: { bands: { frequency: 5, impact: 5 } } }),
    aRow({ id: 1, owner: 'TUGS', says: { origin: 'internal', bands: { frequency: 2, impact: 4 } } }),
    aRow({ id: 2, says: { bands: { frequency: 4, impact: 2 }, marking: 'green' } }),
    aRow({ id: 3, says: { bands: undefined } }),
    aRow({ id: 4, state: 'proposed', owner: null }),
    aRow({ id: 5, state: 'closed', over_at: '2026-09-01T09:00:00.000Z' }),
    aRow({ id: 6, text: null, title: null }),
  ],
  new Map([[0, rating(4.5, 1, 4)]]),
);
const shown = (search: Record<string, unknown>) => shownOf(lines, filterOf(search)).map(({ risk }) => risk.id);

describe('the register', () => {
  it('stands by score: Members rate, then the worse, and last what nobody rated', () => {
    // Its owner gives the first a 10; Members say 4.5.
    expect(shown({})).toEqual([1, 2, 0, 3, 6]);
  });
  it.each([
    [{ state: 'proposed' }, [4]],
    [{ state: 'over' }, [5]],
    [{ state: 'all', owner: 'TUGS' }, [1]],
    [{ origin: 'internal' }, [1]],
    [{ marking: 'green' }, [2]],
    [{ frequency: '1', impact: 4 }, [0]],
    [{ frequency: 5, impact: 5 }, []],
  ])('shows of %j those that fit', (search, ids) => {
    expect(shown(search)).toEqual(ids);
  });
  it('an address that says what nobody knows shows what stands in the register', () => {
    expect(
      filterOf({ state: 'open', origin: 'above', marking: 7, frequency: 6, impact: 0, view: 'pie', owner: '' }),
    ).toEqual({});
    expect(filterOf({ frequency: 3 })).toEqual({});
    expect(filterOf({ owner: 12 })).toEqual({ owner: '12' });
  });
});
