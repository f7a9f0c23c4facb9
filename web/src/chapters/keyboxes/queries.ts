import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    keyboxes: unknown;
  }
}

export const keyboxQuery = queryOptions({
  queryKey: ['keybox'],
  queryFn: () => answer(api.GET('/api/keybox')),
  meta: { shows: { keyboxes: 'all', membership: 'all' } },
});
