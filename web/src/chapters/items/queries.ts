import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import { allPages, inOrder } from '../../api/pages';

declare module '../../live/shows' {
  interface Parts {
    items: unknown;
  }
}

/** Whoever keeps a group together plans its items; who holds one hangs on who belongs, and the last review on the sessions. */
export const itemsQuery = queryOptions({
  queryKey: ['items'],
  queryFn: async () => {
    const pages = await allPages((before) => answer(api.GET('/api/items', { params: { query: { before } } })));
    return { ...pages[0], items: inOrder(pages.flatMap(({ items }) => items)) };
  },
  meta: {
    shows: { items: 'all', groups: 'all', meetings: 'all', membership: 'all', bodies: 'all', record: 'all' },
  },
});
