import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { Notices } from './Notices';

const person = (id: number, name: string) => ({
  id,
  name,
  title: null,
  is_guest: false,
  enrolled: true,
  organization: null,
});
const notice = (number: number, kind: Schemas['Notice']['kind']): Schemas['Notice'] => ({
  number,
  kind,
  at: '2026-03-01T09:00:00.000Z',
  entry: 40 + number,
  by: person(0, 'Sam'),
  person: person(9, 'Ben'),
  organization: 'QUAY',
  motion: null,
});

it('says what was done, by whom, where it stands, and what to do where it is wrong', async () => {
  show(<Notices notices={[notice(1, 'representative')]} />);
  const row = await screen.findByTestId('notice-representative');
  expect(row.textContent).toContain('Ben has the seat of QUAY; last signed by Sam.');
  expect(row.textContent).toContain('tell a co-Chair and the Secretary now');
  expect(within(row).getByRole('link', { name: 'Entry 41' }).getAttribute('href')).toBe('/record/41');
});
it('a way to sign is told with what to do about it', async () => {
  show(<Notices notices={[notice(1, 'link-offered')]} />);
  const row = await screen.findByTestId('notice-link-offered');
  expect(row.textContent).toContain('Sam made out an enrolment link for Ben.');
  expect(row.textContent).toContain('passkeys and sign-ins that are not yours');
});
it('an objection is told with the way to the motion, where its reason stands', async () => {
  show(<Notices notices={[{ ...notice(1, 'objection-raised'), person: null, motion: 7 }]} />);
  const row = await screen.findByTestId('notice-objection-raised');
  expect(row.textContent).toContain('QUAY objects to a motion; signed by Sam.');
  expect(row.textContent).not.toContain('If it is not right');
  const way = within(row).getByRole('link', { name: 'Read the motion and what is objected' });
  expect(way.getAttribute('href')).toBe('/motions/7');
});
it('leaves once it was seen on this device, and stays away', async () => {
  const all = [notice(2, 'mandate-ended'), notice(1, 'link-offered')];
  const { unmount } = show(<Notices notices={all} />);
  const row = await screen.findByTestId('notice-link-offered');
  await userEvent.click(within(row).getByRole('button', { name: 'Seen' }));
  await waitFor(() => expect(screen.queryByTestId('notice-link-offered')).toBeNull());
  expect(screen.getByTestId('notice-mandate-ended')).toBeTruthy();
  unmount();
  show(<Notices notices={all} />);
  expect(await screen.findByTestId('notice-mandate-ended')).toBeTruthy();
  expect(screen.queryByTestId('notice-link-offered')).toBeNull();
});
it('all leave at once', async () => {
  show(<Notices notices={[notice(2, 'mandate-ended'), notice(1, 'link-offered')]} />);
  await userEvent.click(await screen.findByRole('button', { name: 'All seen' }));
  await waitFor(() => expect(screen.queryByTestId('notice-mandate-ended')).toBeNull());
  expect(screen.queryByText('What was done in your name')).toBeNull();
});
