import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { SecurityEvents } from './SecurityEvents';

const at = '2026-03-01T08:00:00.000Z';
const seat = { at, kind: 'seat-given', person: 'Ada Anchor', caller: '', about: '', by: 'Bo Buoy' };
const ownSignIn = { at, kind: 'signed-in', person: 'Ada Anchor', caller: '192.0.2.7', about: '', by: null };

it('says whose door it was, and who did it where that was somebody else', async () => {
  answersTo('GET /api/me', { person: 7 });
  answersTo('GET /api/me/security-events', { events: [seat, ownSignIn] });
  show(<SecurityEvents isSecretary={false} />);
  const rows = within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1);
  const texts = rows.map(({ textContent }) => textContent);
  expect(texts.some((text) => text.endsWith('Was given a seatAda Anchor, by Bo Buoy'))).toBe(true);
  expect(texts.some((text) => text.endsWith('Signed inAda Anchor192.0.2.7'))).toBe(true);
});
