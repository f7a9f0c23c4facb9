import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import type { Shows } from '../../live/shows';

declare module '../../live/shows' {
  interface Parts {
    priorities: unknown;
  }
}

/** A motion decides on a priority; how many Members there are, and what one may do, hangs on who sits. */
const around: Shows = { decisions: 'all', membership: 'all', bodies: 'all', people: 'all', record: 'all' };

export const prioritiesQuery = queryOptions({
  queryKey: ['priorities'],
  queryFn: () => answer(api.GET('/api/priorities')),
  meta: { shows: { priorities: 'all', ...around } },
});

export const priorityQuery = (id: number) =>
  queryOptions({
    queryKey: ['priority', id],
    queryFn: () => answer(api.GET('/api/priorities/{id}', { params: { path: { id } } })),
    meta: { shows: { priorities: [id], ...around } },
  });
