import { describe, expect, it } from 'vitest';

import { aRow, someBands } from '../../testing/risks';
import { csvOf, jsonOf } from './files';
import { linesOf } from './line';

const table = Array.from({ length: 5 }, () => [0, 0, 0, 0, 1]);
const rating = { table, answered: 5, score: { median: 7.5, from: 7, to: 9 }, bands: { frequency: 3, impact: 5 } };
const lines = linesOf(
  [aRow({ says: { title: '=quay' } }), aRow({ id: 1, text: null, title: null })],
  new Map([[0, rating]]),
);

describe('the register leaves as', () => {
  it('a table: the score of whom, its bands by name, and nothing that is taken for a formula', () => {
    const [heads, first, second] = csvOf(lines, someBands, 'Europe/Zurich').split('\r\n');
    expect(heads).toContain('Number,Title,State,Origin,Owner,Review by,Score,Middle half from,Middle half to,Rated by');
    expect(first).toContain(
      "1,'=quay,open,external,QUAY,2027-06-30,7.5,7,9,5 organizations,Likely: twice,Extreme: all,,,severe,",
    );
    expect(second?.startsWith('2,,open,,QUAY,2027-06-30,,,,,,,')).toBe(true);
  });
  it('JSON, with every cell that Members chose', () => {
    const { risks } = JSON.parse(jsonOf(lines, someBands)) as { risks: { rating: typeof rating | null }[] };
    expect(risks[0]?.rating?.table).toEqual(table);
    expect(risks[1]).toMatchObject({ number: 2, text: null, rating: null });
  });
});
