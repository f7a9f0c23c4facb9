import { expect, it } from 'vitest';

import { asked, everything, ofHash, toHash } from './search';

it('comes back from the address as it was', () => {
  const search = {
    q: 'evil[.]example & more',
    type: 'incident',
    marking: 'amber+strict',
    by: '3',
    since: '2026-01-31',
    until: '2026-02-01',
    oldest: true,
  };
  expect(ofHash(`#${toHash(search)}`)).toEqual(search);
  expect(ofHash('')).toEqual(everything);
  expect(toHash(everything)).toBe('');
});

it('asks the host for whole days, and for nothing that was not said', () => {
  expect(asked(everything)).toEqual({});
  const { since, until } = asked({ ...everything, since: '2026-01-31', until: '2026-01-31' });
  expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(24 * 3600 * 1000 - 1);
  expect(asked({ ...everything, since: 'yesterday' })).toEqual({});
});
