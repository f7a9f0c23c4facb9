// What every page reads: which community this is, and who one is. Each chapter has its own beside its pages.
import { queryOptions, useQuery } from '@tanstack/react-query';

import { answer, api } from './client';
import { becomesOf } from './whose';

export const communityQuery = queryOptions({
  queryKey: ['community'],
  queryFn: () => answer(api.GET('/api/community')),
  staleTime: Infinity,
  meta: { shows: { record: 'all' } },
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await answer(api.GET('/api/me'));
    becomesOf(me.person);
    return me;
  },
  retry: false,
  meta: { shows: { people: 'all', membership: 'all', bodies: 'all', record: 'all' } },
});

export const useMe = () => useQuery(meQuery);
