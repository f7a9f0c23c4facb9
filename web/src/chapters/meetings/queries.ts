import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    meetings: unknown;
    /** Which item a session is at: beside the record, by the session's id. */
    floor: unknown;
    /** Who asks to speak in a session: in the server's memory alone, by the session's id. */
    speakers: unknown;
  }
}

export const meetingsQuery = queryOptions({
  queryKey: ['meetings'],
  queryFn: () => answer(api.GET('/api/meetings')),
  meta: { shows: { meetings: 'all', membership: 'all', bodies: 'all', record: 'all' } },
});

/** With its sessions, their motions and ballots, and who is invited; which of these are its own only the server knows. */
export const meetingQuery = (id: number) =>
  queryOptions({
    queryKey: ['meeting', id],
    queryFn: () => answer(api.GET('/api/meetings/{id}', { params: { path: { id } } })),
    meta: {
      shows: {
        meetings: [id],
        decisions: 'all',
        elections: 'all',
        membership: 'all',
        bodies: 'all',
        people: 'all',
        record: 'all',
      },
    },
  });

/** It lies beside the record; a meeting that moves asks anew, and who has a place and what they may read hangs on who sits. */
export const comingQuery = (id: number) =>
  queryOptions({
    queryKey: ['coming', id],
    queryFn: () => answer(api.GET('/api/meetings/{id}/coming', { params: { path: { id } } })),
    meta: { shows: { meetings: [id], membership: 'all', bodies: 'all', people: 'all', record: 'all' } },
  });

/** Which item of its agenda a session is at. */
export const floorQuery = (session: number) =>
  queryOptions({
    queryKey: ['floor', session],
    queryFn: () => answer(api.GET('/api/sessions/{id}/floor', { params: { path: { id: session } } })),
    meta: { shows: { floor: [session], meetings: 'all', bodies: 'all' } },
  });

/** Who has the floor, how many wait, and for whoever presides who they are; for those alone who are in the session. */
export const speakersQuery = (session: number) =>
  queryOptions({
    queryKey: ['speakers', session],
    queryFn: () => answer(api.GET('/api/sessions/{id}/speakers', { params: { path: { id: session } } })),
    meta: { shows: { speakers: [session], meetings: 'all', bodies: 'all' } },
  });

/** The executive sessions of announced meetings that are not over yet. */
export const executiveSessionsQuery = queryOptions({
  queryKey: ['executive-sessions'],
  queryFn: executiveSessions,
  meta: { shows: { meetings: 'all' } },
});

async function executiveSessions(): Promise<{ id: number; meeting: string; session: string }[]> {
  const { meetings } = await answer(api.GET('/api/meetings'));
  const coming = meetings.filter((m) => m.state === 'published' && new Date(m.ends) > new Date());
  const whole: Schemas['Meeting'][] = await Promise.all(
    coming.map(({ id }) => answer(api.GET('/api/meetings/{id}', { params: { path: { id } } }))),
  );
  return whole.flatMap(({ details, sessions }) =>
    sessions
      .filter((session) => session.kind === 'executive' && !session.closed_at)
      .map((session) => ({ id: session.id, meeting: details?.title ?? '', session: session.title ?? '' })),
  );
}
