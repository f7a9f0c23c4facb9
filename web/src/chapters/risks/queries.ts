import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import { allPages, inOrder } from '../../api/pages';
import type { Shows } from '../../live/shows';

declare module '../../live/shows' {
  interface Parts {
    risks: unknown;
  }
}

/** Who owns one, and who may do what, hangs on who belongs and who sits. */
const around: Shows = { membership: 'all', bodies: 'all', people: 'all', record: 'all' };

export const risksQuery = queryOptions({
  queryKey: ['risks'],
  queryFn: async () => {
    const pages = await allPages((before) => answer(api.GET('/api/risks', { params: { query: { before } } })));
    return { ...pages[0], risks: inOrder(pages.flatMap(({ risks }) => risks)) };
  },
  meta: { shows: { risks: 'all', ...around } },
});

export const riskQuery = (id: number) =>
  queryOptions({
    queryKey: ['risk', id],
    queryFn: () => answer(api.GET('/api/risks/{id}', { params: { path: { id } } })),
    meta: { shows: { risks: [id], ...around } },
  });
