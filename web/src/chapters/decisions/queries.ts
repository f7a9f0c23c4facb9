import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    decisions: unknown;
  }
}

export const motionsQuery = queryOptions({
  queryKey: ['motions'],
  queryFn: () => answer(api.GET('/api/motions')),
  meta: {
    // Who may vote hangs on who is in the session; a secret ballot decides a motion.
    shows: {
      decisions: 'all',
      meetings: 'all',
      elections: 'all',
      membership: 'all',
      bodies: 'all',
      people: 'all',
      record: 'all',
    },
  },
});
