import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

declare module '../../live/shows' {
  interface Parts {
    people: unknown;
    bodies: unknown;
  }
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => answer(api.GET('/api/people')),
  meta: { shows: { people: 'all', membership: 'all', bodies: 'all', record: 'all' } },
});

export const committeeQuery = queryOptions({
  queryKey: ['bodies'],
  queryFn: () => answer(api.GET('/api/bodies')),
  // Elections fill its seats.
  meta: { shows: { bodies: 'all', elections: 'all', people: 'all', membership: 'all', record: 'all' } },
});
