import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { VoteAtDesk } from './VoteAtDesk';

const task = { kind: 'vote', about: { title: 'A new pier', motion: 3 }, by: null };
const atDesk = (more: Parameters<typeof aMotion>[0]) => {
  answersTo('GET /api/motions/3', aMotion({ state: 'open', may: ['cast-vote'], ...more }));
  show(<VoteAtDesk task={task} />);
};
const linked = () => screen.getByRole('link', { name: 'Go there' }).getAttribute('href');

it('a motion is read and voted on at the desk', async () => {
  atDesk({});
  const votes = await screen.findByRole('group', { name: 'My vote' });
  expect(screen.getByText('It is built.')).toBeTruthy();
  expect(
    within(votes)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['For', 'Against', 'Abstain']);
  expect(linked()).toBe('/motions/3');
});
it('an amendment is voted on where the charter that it brings stands', async () => {
  atDesk({ amendment: { charter: 'All of it.', in_force_from: '2026-04-01T00:00:00.000Z', in_force_since: null } });
  await screen.findByRole('link', { name: 'Go there' });
  await expect.poll(linked).toBe('/motions/3');
  expect(screen.queryByRole('group', { name: 'My vote' })).toBeNull();
});
it('what was voted meanwhile stands there, with the way to change it', async () => {
  atDesk({ may: ['change-vote'], my_vote: { choice: 0, at: new Date().toISOString(), time_zone: 'UTC' } });
  expect((await screen.findByTestId('my-vote')).textContent).toContain('Your organization voted For');
  expect(screen.getByRole('button', { name: 'Change our vote' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'My vote' })).toBeNull();
});
it('nothing is offered to whoever may not vote', async () => {
  atDesk({ may: [] });
  expect(await screen.findByText('It is built.')).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'My vote' })).toBeNull();
});
