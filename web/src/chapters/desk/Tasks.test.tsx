import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import type { Task } from '../chapter';
import { taskKinds } from '../index';
import { Tasks } from './Tasks';

const task = (kind: string, about: Partial<Task['about']> = {}): Task => ({
  kind,
  about: { title: 'A new pier', ...about },
  by: null,
});
const desk = (...tasks: Task[]) => show(<Tasks tasks={tasks} kinds={taskKinds} />);

it.each([
  ['vote', { motion: 1 }, '/decisions'],
  ['clear', { meeting: 4 }, '/meetings/4'],
  ['comment-observer', { proposal: 1 }, '/organizations'],
  ['seat-co-chair', { position: 0 }, '/people'],
  ['cast-ballot', { election: 9 }, '/elections/9'],
] as const)('the task %s leads to where it is done', async (kind, about, place) => {
  desk(task(kind, about));
  const row = await screen.findByTestId(`task-${kind}`);
  expect(within(row).getByRole('link').getAttribute('href')).toBe(place);
});
it('vacant seats stand together', async () => {
  desk(
    task('vacant-seat', { organization: 1, title: 'BUOY' }),
    task('vacant-seat', { organization: 2, title: 'TUGS' }),
  );
  expect(await screen.findByText('2 seats are vacant')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'TUGS' }).getAttribute('href')).toBe('/organizations/2');
  expect(screen.queryByTestId('task-vacant-seat')).toBeNull();
});
it('a recovery is confirmed at the desk itself, by its code', async () => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: [] });
  desk(task('confirm-recovery', { person: 5, title: 'Ben', code: 'c0ffee11' }));
  const row = await screen.findByTestId('task-confirm-recovery');
  expect(row.textContent).toContain('c0ffee11');
  await userEvent.click(await within(row).findByRole('button', { name: 'Confirm' }));
  expect((await screen.findByTestId('act-words')).textContent).toContain('Ben lost all passkeys');
  await waitFor(() =>
    expect(asked).toContainEqual({
      what: 'POST /api/acts/prepare',
      body: { command: { type: 'confirm-recovery', person: 5 } },
    }),
  );
});
it('a kind of a newer server is told, and leads nowhere', async () => {
  desk(task('brand-new'));
  const row = await screen.findByTestId('task-brand-new');
  expect(within(row).queryByRole('link')).toBeNull();
});
