import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    items: unknown;
  }
}

/** Whoever keeps a group together plans its items; who holds one hangs on who belongs, and the last review on the sessions. */
export const itemsQuery = queryOptions({
  queryKey: ['items'],
  queryFn: () => answer(api.GET('/api/items')),
  meta: {
    shows: { items: 'all', groups: 'all', meetings: 'all', membership: 'all', bodies: 'all', record: 'all' },
  },
});
