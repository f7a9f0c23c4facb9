import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import type { Shows } from '../../live/shows';

declare module '../../live/shows' {
  interface Parts {
    groups: unknown;
  }
}

/** A group is founded for a priority in effect; who leads, who could be its contact, and what one may do, hangs on who sits. */
const around: Shows = { priorities: 'all', membership: 'all', bodies: 'all', people: 'all', record: 'all' };

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => answer(api.GET('/api/groups')),
  meta: { shows: { groups: 'all', ...around } },
});

export const groupQuery = (id: number) =>
  queryOptions({
    queryKey: ['group', id],
    queryFn: () => answer(api.GET('/api/groups/{id}', { params: { path: { id } } })),
    meta: { shows: { groups: [id], ...around } },
  });
