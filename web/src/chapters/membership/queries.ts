import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import type { Shows } from '../../live/shows';

declare module '../../live/shows' {
  interface Parts {
    membership: unknown;
  }
}

/** Who belongs and who speaks for them, with their names; what one may do there hangs on who sits. */
const seats: Shows = { membership: 'all', people: 'all', bodies: 'all', record: 'all' };

export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => answer(api.GET('/api/organizations')),
  meta: { shows: seats },
});

/** Its history tells of its votes. */
export const organizationQuery = (id: number) =>
  queryOptions({
    queryKey: ['organization', id],
    queryFn: () => answer(api.GET('/api/organizations/{id}', { params: { path: { id } } })),
    meta: { shows: { ...seats, decisions: 'all' } },
  });

export const observersQuery = queryOptions({
  queryKey: ['observers'],
  queryFn: () => answer(api.GET('/api/observers')),
  meta: { shows: seats },
});
