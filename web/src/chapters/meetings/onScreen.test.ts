import { expect, it } from 'vitest';

import { aMotion } from '../../testing/motion';
import { onScreen } from './onScreen';

const noon = '2026-03-01T12:00:00.000Z';
const decided = (id: number, closed_at: string) =>
  aMotion({ id, state: 'closed', outcome: 'adopted', closed_at, counts: [3, 1, 0] });
const shows = (motions: ReturnType<typeof aMotion>[], since: string | null = null) => {
  const shown = onScreen(motions, since);
  return shown && [shown.as, shown.motion.id];
};

it('what is voted on is on the screen, whatever was decided', () =>
  expect(shows([decided(1, noon), aMotion({ id: 2, state: 'open' })])).toEqual(['asked', 2]));
it('then what is decided by secret ballot', () =>
  expect(shows([decided(1, noon), aMotion({ id: 2, state: 'balloted' })])).toEqual(['balloted', 2]));
it('a motion that is only proposed, or was withdrawn, is not put to anybody', () =>
  expect(shows([aMotion({ id: 1 }), aMotion({ id: 2, state: 'withdrawn' })])).toBeUndefined());
it('the last result stays until the session comes to another item', () => {
  const motions = [decided(1, '2026-03-01T12:30:00.000Z'), decided(2, noon)];
  expect(shows(motions)).toEqual(['decided', 1]);
  expect(shows(motions, noon)).toEqual(['decided', 1]);
  expect(shows(motions, '2026-03-01T12:31:00.000Z')).toBeUndefined();
});
