import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import { allPages, inOrder } from '../../api/pages';
import type { Shows } from '../../live/shows';
import { checkedHead } from '../../record/head';
import type { ElectionPage } from './standing';

declare module '../../live/shows' {
  interface Parts {
    elections: unknown;
  }
}

/** A run-off changes the election before it, so no one of them can be told apart. */
const whole: Shows = {
  elections: 'all',
  decisions: 'all',
  meetings: 'all',
  membership: 'all',
  bodies: 'all',
  people: 'all',
  record: 'all',
};

export const electionsQuery = queryOptions({
  queryKey: ['elections'],
  queryFn: async () => {
    const pages = await allPages((before) => answer(api.GET('/api/elections', { params: { query: { before } } })));
    return { ...pages[0], elections: inOrder(pages.flatMap(({ elections }) => elections)) };
  },
  meta: { shows: whole },
});

export const electionQuery = (id: number) =>
  queryOptions({
    queryKey: ['election', id],
    queryFn: () => answer(api.GET('/api/elections/{id}', { params: { path: { id } } })),
    meta: { shows: whole },
  });

/** Of a result that is declared, which nothing changes any more. */
export const resultCheckedQuery = (election: ElectionPage) =>
  queryOptions({
    queryKey: ['election', election.id, 'result', election.archive],
    queryFn: async () => (await import('./evidence')).resultChecked(election),
    staleTime: Infinity,
    retry: false,
    meta: { shows: {} },
  });

/** The log's first key, as this device knows it from its first visit: nothing in the record changes it. */
export const logKeyQuery = queryOptions({
  queryKey: ['log key'],
  queryFn: checkedHead,
  staleTime: Infinity,
  meta: { shows: {} },
});
