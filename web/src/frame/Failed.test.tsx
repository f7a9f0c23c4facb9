// A page that can't be shown at all leaves the frame: one goes on from its menu.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { ActProvider } from '../acts/useAct';
import { base } from '../api/client';
import '../testing/page';
import { answersTo, keepsRecord } from '../testing/server';
import { routerOf } from './router';

// Nothing happens in the record meanwhile.
vi.stubGlobal(
  'EventSource',
  class {
    addEventListener = vi.fn();
    close = vi.fn();
  },
);

it('a page that fails is told in its place, and the menu leads on', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  keepsRecord();
  answersTo('GET /api/me', {
    person: 7,
    has_seat: true,
    is_guest: false,
    roles: [],
    profile: { name: 'Ada' },
    passkeys: [],
    sign_ins: [],
  });
  answersTo('GET /api/community', { name: 'The Harbour', short_name: 'H', fell_behind: false });
  answersTo('GET /api/desk', { tasks: [], notices: [], recovery_asked: null, meetings: [] });
  answersTo('GET /api/motions', { motions: null });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = routerOf(queryClient);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [`${base}/decisions`] }) });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <ActProvider>
          <RouterProvider router={router} />
        </ActProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  expect(await screen.findByText(/Something in this page failed/)).toBeTruthy();
  expect(logged).toHaveBeenCalled();
  await userEvent.click(screen.getByRole('link', { name: 'My desk' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'My desk' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByText(/Something in this page failed/)).toBeNull());
});
