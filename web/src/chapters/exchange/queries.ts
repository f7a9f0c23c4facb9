// What is shared isn't in the record; who may read it is, and, for whoever releases it, to what the group agreed. What one sends oneself is read anew
// under the key `exchange` (useSend.ts).
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import type { Shows } from '../../live/shows';
import type { Saved } from './savedSearches';
import type { Search } from './search';
import { asked } from './search';

const readers: Shows = { membership: 'all', bodies: 'all', record: 'all' };

export const searchQuery = (search: Search) =>
  infiniteQueryOptions({
    queryKey: ['exchange', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        // In the body: what one looks for would stand in the logs of whatever passes addresses on.
        api.POST('/api/exchange/search', {
          body: {
            ...asked(search),
            ...(pageParam ? { before: pageParam } : {}),
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    meta: { shows: readers },
  });

export const objectQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'object', id],
    queryFn: () => answer(api.GET('/api/exchange/object', { params: { query: { id } } })),
    meta: { shows: { ...readers, decisions: 'all' } },
  });

export const indicatorsQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'indicators', id],
    queryFn: () => answer(api.GET('/api/exchange/indicators', { params: { query: { id } } })),
    meta: { shows: readers },
  });

export type FileFormat = 'csv' | 'stix' | 'misp';

interface OfFile {
  format: FileFormat;
  id?: string;
  marking?: string;
}

export const notInFileQuery = (of: OfFile) =>
  queryOptions({
    queryKey: ['exchange', 'not in file', of],
    queryFn: () => answer(api.GET('/api/exchange/file/left-out', { params: { query: of } })),
    meta: { shows: readers },
  });

/** The same with every name, which come in pages. */
export const allNotInFileQuery = (of: OfFile) =>
  queryOptions({
    queryKey: ['exchange', 'all not in file', of],
    queryFn: () => allNotIn(of),
    meta: { shows: readers },
  });

async function allNotIn(of: OfFile) {
  const names = new Map<string, string[]>();
  for (let behind = 0; ;) {
    const query = { ...of, behind };
    const { left_out } = await answer(api.GET('/api/exchange/file/left-out', { params: { query } }));
    const all = left_out.map((one) => ({
      ...one,
      names: [...(names.get(`${one.reason} ${one.what}`) ?? []), ...one.names],
    }));
    const longest = Math.max(0, ...left_out.map((one) => one.names.length));
    if (longest === 0 || all.every((one) => one.names.length >= one.number)) return all;
    for (const one of all) names.set(`${one.reason} ${one.what}`, one.names);
    behind += longest;
  }
}

export const graphQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'graph', id],
    queryFn: () => answer(api.GET('/api/exchange/graph', { params: { query: { id } } })),
    meta: { shows: readers },
  });

export const matrixQuery = queryOptions({
  queryKey: ['exchange', 'matrix'],
  queryFn: () => answer(api.GET('/api/exchange/matrix')),
  meta: { shows: readers },
});

export const collectionsQuery = queryOptions({
  queryKey: ['exchange', 'collections'],
  queryFn: () => answer(api.GET('/api/exchange/collections')),
  meta: { shows: readers },
});

/** How others are read goes on without the record, so it is asked for again while it is shown. */
export const subscriptionsQuery = queryOptions({
  queryKey: ['exchange', 'subscriptions'],
  queryFn: () => answer(api.GET('/api/exchange/subscriptions')),
  refetchInterval: 3_000,
  meta: { shows: 'nothing' },
});

export const recognisedQuery = (text: string) =>
  queryOptions({
    queryKey: ['recognised', text],
    enabled: text.trim() !== '',
    queryFn: () => answer(api.POST('/api/exchange/recognise', { body: { text } })),
    placeholderData: keepPreviousData,
    meta: { shows: 'nothing' },
  });

/** What the own seat watches for, which lies beside the record and which nobody else can read. */
export const watchSealedQuery = queryOptions({
  queryKey: ['watch list'],
  queryFn: () => answer(api.GET('/api/exchange/watch')),
  meta: { shows: 'nothing' },
});

/** How much a kept search finds that came after its owner looked: up to a page of it. */
export const newQuery = ({ hash, search, looked }: Saved) =>
  queryOptions({
    queryKey: ['exchange', 'new', hash, looked],
    queryFn: async () => {
      const body = { ...asked(search), since: looked };
      return (await answer(api.POST('/api/exchange/search', { body }))).objects.length;
    },
    refetchInterval: 60_000,
    meta: { shows: readers },
  });
