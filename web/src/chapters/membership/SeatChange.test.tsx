import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { SeatChange } from './SeatChange';

const salt = utf8('0123456789abcdef');
const profile = (name: string) => JSON.stringify({ email: '', name, title: 'CISO' });
const person = (id: number, name: string) => ({
  id,
  name,
  title: 'CISO',
  is_guest: false,
  enrolled: true,
  organization: null,
});
const change: Schemas['SeatChange'] = {
  id: 4,
  loses: person(7, 'Ada'),
  gets: person(9, 'Ben'),
  from: '2026-03-01T00:00:00.000Z',
  until: null,
  asked_by: person(0, 'Sam'),
  asked_at: '2026-02-20T09:00:00.000Z',
  lapses: '2026-03-06T09:00:00.000Z',
  wording: { texts: [profile('Ben'), profile('Ada')].map((text) => ({ salt: toBase64url(salt), text })) },
  may: ['confirm-seat-change'],
};
const page = { id: 2, key: 'QUAY', name: 'Quay Masters' } as Schemas['OrganizationPage'];
const shows = (more: Partial<Schemas['SeatChange']> = {}) =>
  show(<SeatChange page={page} change={{ ...change, ...more }} />);

beforeEach(() => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' });
});

it('whoever confirms sees by name who gets the seat of whom, and signs just that', async () => {
  shows();
  expect(screen.getByTestId('seat-change').textContent).toContain('The seat of QUAY passes from Ada to Ben.');
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() =>
    expect(asked).toContainEqual({
      what: 'POST /api/acts/prepare',
      body: {
        command: {
          type: 'confirm-seat-change',
          change: 4,
          organization: 2,
          person: 9,
          from: change.from,
          seen: {
            texts: [contentHash(salt, profile('Ben')), contentHash(salt, profile('Ada'))],
            clear: [expect.any(String), expect.any(String)] as string[],
          },
        },
      },
    }),
  );
});
it.each<[string, Partial<Schemas['SeatChange']>]>([
  ['who gets the seat', { gets: person(9, 'Max') }],
  ['their position', { gets: { ...person(9, 'Ben'), title: 'Director' } }],
  ['who loses it', { loses: person(7, 'Max') }],
  ['that somebody loses it', { loses: null }],
])('nothing is signed where %s is shown otherwise than the record names it', async (_, more) => {
  shows(more);
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
  expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
});
it('a mandate that only ends is told as that', () => {
  shows({ gets: null, from: null });
  expect(screen.getByTestId('seat-change').textContent).toContain('The mandate of Ada for QUAY ends.');
});
it('whoever may neither confirm nor withdraw it is offered neither', () => {
  shows({ may: [] });
  expect(screen.queryByRole('button')).toBeNull();
});
