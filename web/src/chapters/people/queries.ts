import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { allPages, inOrder } from '../../api/pages';

declare module '../../live/shows' {
  interface Parts {
    people: unknown;
    bodies: unknown;
  }
}

/** All of them, in however many pages the server gives them: forms find whoever is registered. */
async function everybody(): Promise<Pick<Schemas['People'], 'people' | 'may'>> {
  const pages = await allPages((before) => answer(api.GET('/api/people', { params: { query: { before } } })));
  return { may: pages[0].may, people: inOrder(pages.flatMap(({ people }) => people)) };
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: everybody,
  meta: { shows: { people: 'all', membership: 'all', bodies: 'all', record: 'all' } },
});

export const committeeQuery = queryOptions({
  queryKey: ['bodies'],
  queryFn: () => answer(api.GET('/api/bodies')),
  // Elections fill its seats.
  meta: { shows: { bodies: 'all', elections: 'all', people: 'all', membership: 'all', record: 'all' } },
});
