// The board of many ballots: a part of it is drawn, and any of them is found.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { show } from '../../testing/page';
import { BoardCard } from './BoardCard';
import type { ElectionPage } from './standing';
import './words';

const trackers = Array.from({ length: 120 }, (_, i) => `tracker-${String(i).padStart(3, '0')}`);
const election = {
  id: 9,
  board: trackers.map((tracker) => ({ tracker, counts: true })),
  my_tracker: 'tracker-117',
  voted: 120,
  roll: 130,
  trustees: [],
} as unknown as ElectionPage;
const rows = () => within(screen.getByRole('table')).getAllByRole('row').length - 1;

it('draws fifty ballots at first, more on demand, and says how many there are', async () => {
  show(<BoardCard election={election} />);
  expect(rows()).toBe(50);
  expect(screen.getByText('50 of 120 are shown.')).toBeTruthy();
  const more = screen.getByRole('button', { name: 'Show more' });
  await userEvent.click(more);
  expect(rows()).toBe(100);
  await userEvent.click(more);
  expect(rows()).toBe(120);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

it('finds a ballot that is not drawn yet', async () => {
  show(<BoardCard election={election} />);
  expect(screen.queryByText('tracker-117')).toBeNull();
  await userEvent.type(screen.getByLabelText('Find a tracking number'), 'tracker-117');
  expect(rows()).toBe(1);
  expect(screen.getByText('Yours')).toBeTruthy();
});
