import { expect, it } from 'vitest';

import { allPages, inOrder } from './pages';

it('a list is read to its end, and what is old but open stands among its like', async () => {
  const pages = new Map<number | undefined, { rows: { id: number }[]; before: number | null }>([
    [undefined, { rows: [{ id: 0 }, { id: 5 }, { id: 6 }], before: 5 }],
    [5, { rows: [{ id: 3 }, { id: 4 }], before: 3 }],
    [3, { rows: [{ id: 1 }, { id: 2 }], before: null }],
  ]);
  const all = await allPages((before) => Promise.resolve(pages.get(before) ?? { rows: [], before: null }));
  expect(all).toHaveLength(3);
  expect(inOrder(all.flatMap(({ rows }) => rows)).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
it('a list that has no pages is read once', async () => {
  let asked = 0;
  const pages = await allPages(() => Promise.resolve({ before: null, number: (asked += 1) }));
  expect([pages.length, asked]).toEqual([1, 1]);
});
