import { expect, it } from 'vitest';

import { elections } from './index';

it('what waits in an election leads to it, and what waits in the ballot of a round to the round', () => {
  for (const kind of ['make-key', 'register-voting-key', 'decrypt-totals']) {
    const to = elections.tasks[kind]?.to;
    expect(to?.({ title: 'Symposium', election: 9 })).toBe('/elections/9');
    expect(to?.({ title: 'First quarter', election: 9, round: 4 })).toBe('/exposure/rounds/4');
  }
});
