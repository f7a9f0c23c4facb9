// What a vote has every open page read again: what shows the vote, and nothing else. A community votes together, so each query here is asked for
// by every seat at once.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

import { ActProvider } from '../acts/useAct';
import { base } from '../api/client';
import { saveSearch } from '../chapters/exchange/savedSearches';
import { everything } from '../chapters/exchange/search';
import { aMotion } from '../testing/motion';
import '../testing/page';
import { aMeeting, aSession } from '../testing/session';
import { answersTo, asked, keepsRecord } from '../testing/server';
import { routerOf } from './router';

type Heard = (event: { data: string }) => void;
let tell: Heard = () => undefined;
vi.stubGlobal(
  'EventSource',
  class {
    addEventListener = (name: string, heard: Heard) => {
      if (name === 'record') tell = heard;
    };
    close = vi.fn();
  },
);

const motions = [3, 4].map((id) =>
  aMotion({ id, state: 'open', content: { title: `Pier ${id}`, text: 'It is built.' } }),
);

async function opens(address: string) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = routerOf(queryClient);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [base + address] }) });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <ActProvider>
          <RouterProvider router={router} />
        </ActProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  await screen.findByTestId('bell');
  // The first that one hears says nothing of what changed.
  act(() => tell({ data: '{"size":5,"changed":[]}' }));
  await quiet();
}

/** Ends once nothing more is asked for. */
async function quiet() {
  let before = -1;
  await waitFor(
    () => {
      const now = asked.length;
      const isQuiet = now === before;
      before = now;
      if (!isQuiet) throw new Error('something is still asked for');
    },
    { interval: 250 },
  );
}

/** Somebody votes on the motion: what this page then asks for. */
async function readAgainFor(motion: number): Promise<string[]> {
  asked.length = 0;
  act(() => tell({ data: JSON.stringify({ size: 6, changed: [{ chapter: 'decisions', id: motion }] }) }));
  await waitFor(() => expect(asked).not.toHaveLength(0));
  await quiet();
  return asked.map(({ what }) => what).sort();
}

// Their code is loaded when it is asked for, and a busy machine takes its time.
beforeAll(
  () => Promise.all([import('../chapters/meetings/Meeting'), import('../chapters/desk/Desk'), import('./Bell')]),
  60_000,
);
beforeEach(() => {
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
  answersTo('GET /api/community', { name: 'The Harbour', short_name: 'H', fell_behind: false, time_zone: 'UTC' });
  answersTo('GET /api/desk', {
    tasks: motions.map(({ id }) => ({ kind: 'vote', about: { title: `Pier ${id}`, motion: id }, by: null })),
    notices: [],
    recovery_asked: null,
    meetings: [],
  });
  for (const motion of motions) answersTo(`GET /api/motions/${motion.id}`, motion);
  const meeting = aMeeting(aSession({ motions, kind: 'executive' }));
  answersTo(`GET /api/meetings/${meeting.id}`, meeting);
  answersTo(`GET /api/meetings/${meeting.id}/coming`, { own: 'yes', may_say: true });
  answersTo('GET /api/sessions/2/floor', { item: null, since: null, may_lead: false });
  answersTo('POST /api/exchange/search', { objects: [], next: null });
});

it('a meeting’s page reads the meeting, and the bell what awaits one', async () => {
  await opens('/meetings/4');
  expect(asked.map(({ what }) => what)).toContain('GET /api/meetings/4/coming');
  expect(await readAgainFor(3)).toEqual(['GET /api/desk', 'GET /api/meetings/4']);
});

it('the desk reads what awaits one and the motion voted on: no other motion, and no search', async () => {
  saveSearch({ hash: '#q=rocks', search: { ...everything, q: 'rocks' }, looked: '2026-03-01T09:00:00.000Z' });
  await opens('/');
  await waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/exchange/search'));
  expect(asked.map(({ what }) => what)).toEqual(expect.arrayContaining(['GET /api/motions/3', 'GET /api/motions/4']));
  expect(await readAgainFor(3)).toEqual(['GET /api/desk', 'GET /api/motions/3']);
});

it('who comes is read again where the meeting moves', async () => {
  await opens('/meetings/4');
  asked.length = 0;
  act(() => tell({ data: '{"size":6,"changed":[{"chapter":"meetings","id":4}]}' }));
  await waitFor(() => expect(asked.map(({ what }) => what)).toContain('GET /api/meetings/4/coming'));
});
