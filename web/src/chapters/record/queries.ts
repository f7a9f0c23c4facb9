import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

export const charterQuery = queryOptions({
  queryKey: ['charter'],
  queryFn: () => answer(api.GET('/api/charter')),
  meta: { shows: { record: 'all' } },
});

/** The latest first, and then older ones; with `text` or `acts` those alone in which these are. */
export const recordQuery = ({ text, acts }: { text: string; acts: string[] }) =>
  infiniteQueryOptions({
    queryKey: ['record', text, acts],
    queryFn: ({ pageParam: before }) =>
      answer(
        api.GET('/api/record', {
          params: { query: text === '' ? { before } : { before, text, acts: acts.join(',') } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ first }) => (first > 0 ? first : undefined),
    meta: { shows: 'everything' },
  });

/** One row; its neighbours come along. */
export const rowQuery = (seq: number) =>
  queryOptions({
    queryKey: ['record-row', seq],
    queryFn: async () => {
      const { entries } = await answer(api.GET('/api/record', { params: { query: { before: seq + 1 } } }));
      return entries.find((row) => row.seq === seq) ?? null;
    },
    meta: { shows: 'everything' },
  });
