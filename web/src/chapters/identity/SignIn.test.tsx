import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { sign } from '../../acts/passkeys';
import { base } from '../../api/client';
import { wayBack } from '../../frame/back';
import { root, shell } from '../../frame/parents';
import { Shell } from '../../frame/Shell';
import '../../testing/page';
import { answersTo, No } from '../../testing/server';
import { SignIn } from './SignIn';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn() }));

shell.update({ component: Shell });
// Nothing happens in the record meanwhile.
vi.stubGlobal(
  'EventSource',
  class {
    addEventListener = vi.fn();
    close = vi.fn();
  },
);
const page = createRoute({ getParentRoute: () => shell, path: '/elections/0', component: () => <h1>{'Ballot'}</h1> });
const other = createRoute({ getParentRoute: () => shell, path: '/meetings', component: () => <h1>{'Meetings'}</h1> });
const door = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn });

function showWhole(address: string) {
  const queryClient = new QueryClient();
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren([page, other]), door]),
    basepath: base,
    history: createMemoryHistory({ initialEntries: [base + address] }),
    context: { queryClient },
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

beforeEach(() => {
  let isIn = false;
  vi.mocked(sign)
    .mockReset()
    .mockResolvedValue({ credential: 'AQID', authenticator_data: 'a', client_data: 'c', signature: 's' });
  answersTo('GET /api/me', () => (isIn ? aMember : new No(401, 'sign-in-first')));
  answersTo('GET /api/community', { name: 'Harbour', short_name: 'H', relying_party: 'localhost' });
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  answersTo('POST /api/sign-in', () => {
    isIn = true;
    return { person: 7 };
  });
});
const aMember = { person: 7, has_seat: false, is_guest: false, roles: [], profile: {}, passkeys: [], sign_ins: [] };

describe('signing in', () => {
  it('leads to where one was going, with what stands after the #, which reaches no server', async () => {
    const router = showWhole('/elections/0?tab=x#SECRET');
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in with a passkey' }));
    expect(await screen.findByRole('heading', { name: 'Ballot' })).toBeTruthy();
    expect(router.state.location.hash).toBe('SECRET');
    expect(router.state.location.searchStr).toBe('?tab=x');
  });
  it('keeps the way in the browser’s history and out of every address', async () => {
    const router = showWhole('/elections/0#SECRET');
    await screen.findByRole('button', { name: 'Sign in with a passkey' });
    await waitFor(() => expect(router.history.location.href).toBe(`${base}/sign-in`));
  });
});

describe('the way back', () => {
  it.each([
    ['of this community', '/c/ccop/meetings/3#x', '/c/ccop/meetings/3#x'],
    ['of another', '/c/other/meetings', undefined],
    ['elsewhere', '//evil.example/c/ccop/', undefined],
    ['to the desk, where one comes anyhow', '/c/ccop/', undefined],
    ['to the door itself', '/c/ccop/sign-in', undefined],
    ['that is none', undefined, undefined],
  ])('%s', (_, back, way) => expect(wayBack(back)).toBe(way));
});
