import { expect, it } from 'vitest';

import { changedBetween } from './changedBetween';

it('names what differs, and not what every version changes', () => {
  const before = { name: 'A', modified: '1', description: 'gone', same: [1], object_marking_refs: ['x'] };
  const now = { name: 'B', modified: '2', same: [1], revoked: true, object_marking_refs: ['y'] };
  expect(changedBetween(before, now)).toEqual([
    { name: 'name', was: 'A', is: 'B' },
    { name: 'revoked', was: '', is: 'true' },
    { name: 'description', was: 'gone', is: '' },
  ]);
});

it('shows the beginning of a long text', () => {
  expect(changedBetween({}, { description: 'x'.repeat(1000) })[0]?.is).toHaveLength(301);
});
