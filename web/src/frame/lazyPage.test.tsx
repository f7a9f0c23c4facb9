import { createRoute } from '@tanstack/react-router';
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { showAt } from '../testing/page';
import { answersTo } from '../testing/server';
import { lazyPage } from './lazyPage';
import { shell } from './parents';

const gone = new TypeError('Failed to fetch dynamically imported module: /assets/Meetings-1234.js');
const Meetings = () => <h1>{'Meetings'}</h1>;
const Desk = () => <h1>{'My desk'}</h1>;

/** The desk, and a page whose code comes as `load` says. */
async function opens(load: () => Promise<{ Meetings: typeof Meetings }>) {
  const at = (path: string, component: ReturnType<typeof lazyPage> | typeof Desk) =>
    createRoute({ getParentRoute: () => shell, path, component });
  const { router } = showAt('/', [at('/', Desk), at('/meetings', lazyPage(load, 'Meetings'))]);
  await screen.findByRole('heading', { level: 1, name: 'My desk' });
  const go = (to: string) => act(() => router.navigate({ to }));
  await go('/meetings');
  return go;
}
const reload = vi.spyOn(window.location, 'reload');

beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
  answersTo('GET /api/me', { person: 1 });
});

it('a page that was never opened says so while the server is gone, and the document stays', async () => {
  answersTo('GET /api/community', () => Promise.reject(new TypeError('no network')));
  await opens(() => Promise.reject(gone));
  expect(await screen.findByRole('heading', { level: 1, name: "This page can't be reached" })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
});
it('it is shown once its code comes', async () => {
  answersTo('GET /api/community', () => Promise.reject(new TypeError('no network')));
  let tries = 0;
  const go = await opens(() => (tries++ === 0 ? Promise.reject(gone) : Promise.resolve({ Meetings })));
  await screen.findByTestId('unreachable');
  await go('/');
  await go('/meetings');
  expect(await screen.findByRole('heading', { level: 1, name: 'Meetings' })).toBeTruthy();
});
it('code that a newer server does not have any more is asked for with the document, once', async () => {
  answersTo('GET /api/community', { slug: 'ccop' });
  reload.mockImplementation(() => undefined);
  await opens(() => Promise.reject(gone));
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  expect(screen.queryByTestId('unreachable')).toBeNull();
});
