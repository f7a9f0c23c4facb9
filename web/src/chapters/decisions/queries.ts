import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    decisions: unknown;
  }
}

// Who may vote hangs on who is in the session; a secret ballot decides a motion.
const shows = {
  decisions: 'all',
  meetings: 'all',
  elections: 'all',
  membership: 'all',
  bodies: 'all',
  people: 'all',
  record: 'all',
} as const;

/** What is under way, and the latest of the rest; then older ones. */
export const motionsQuery = infiniteQueryOptions({
  queryKey: ['motions'],
  queryFn: ({ pageParam }) => answer(api.GET('/api/motions', { params: { query: { before: pageParam } } })),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: ({ before }) => before,
  meta: { shows },
});

export const motionQuery = (id: number) =>
  queryOptions({
    queryKey: ['motion', id],
    queryFn: () => answer(api.GET('/api/motions/{id}', { params: { path: { id } } })),
    meta: { shows: { ...shows, decisions: [id] } },
  });
