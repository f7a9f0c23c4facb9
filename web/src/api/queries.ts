// What pages read. Everything is refetched when the record grows (see live/useLive.ts); only how others are read, which goes on
// without the record, is asked for again while it is shown.
import { queryOptions, useQuery } from '@tanstack/react-query';

import { answer, api } from './client';

export const queries = {
  community: queryOptions({
    queryKey: ['community'],
    queryFn: () => answer(api.GET('/api/community')),
    staleTime: Infinity,
  }),
  me: queryOptions({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/me')), retry: false }),
  desk: queryOptions({ queryKey: ['desk'], queryFn: () => answer(api.GET('/api/desk')) }),
  organizations: queryOptions({ queryKey: ['organizations'], queryFn: () => answer(api.GET('/api/organizations')) }),
  organization: (id: number) =>
    queryOptions({
      queryKey: ['organization', id],
      queryFn: () => answer(api.GET('/api/organizations/{id}', { params: { path: { id } } })),
    }),
  people: queryOptions({ queryKey: ['people'], queryFn: () => answer(api.GET('/api/people')) }),
  bodies: queryOptions({ queryKey: ['bodies'], queryFn: () => answer(api.GET('/api/bodies')) }),
  meetings: queryOptions({ queryKey: ['meetings'], queryFn: () => answer(api.GET('/api/meetings')) }),
  meeting: (id: number) =>
    queryOptions({
      queryKey: ['meeting', id],
      queryFn: () => answer(api.GET('/api/meetings/{id}', { params: { path: { id } } })),
    }),
  motions: queryOptions({ queryKey: ['motions'], queryFn: () => answer(api.GET('/api/motions')) }),
  elections: queryOptions({ queryKey: ['elections'], queryFn: () => answer(api.GET('/api/elections')) }),
  election: (id: number) =>
    queryOptions({
      queryKey: ['election', id],
      queryFn: () => answer(api.GET('/api/elections/{id}', { params: { path: { id } } })),
    }),
  electionChecks: (id: number) =>
    queryOptions({
      queryKey: ['election', id, 'checks'],
      queryFn: () => answer(api.GET('/api/elections/{id}/checks', { params: { path: { id } } })),
    }),
  observers: queryOptions({ queryKey: ['observers'], queryFn: () => answer(api.GET('/api/observers')) }),
  charter: queryOptions({ queryKey: ['charter'], queryFn: () => answer(api.GET('/api/charter')) }),
  record: (before?: number) =>
    queryOptions({
      queryKey: ['record', before ?? 'latest'],
      queryFn: () => answer(api.GET('/api/record', { params: { query: before === undefined ? {} : { before } } })),
    }),
  object: (id: string) =>
    queryOptions({
      queryKey: ['exchange', 'object', id],
      queryFn: () => answer(api.GET('/api/exchange/object', { params: { query: { id } } })),
    }),
  graph: (id: string) =>
    queryOptions({
      queryKey: ['exchange', 'graph', id],
      queryFn: () => answer(api.GET('/api/exchange/graph', { params: { query: { id } } })),
    }),
  matrix: queryOptions({
    queryKey: ['exchange', 'matrix'],
    queryFn: () => answer(api.GET('/api/exchange/matrix')),
  }),
  subscriptions: queryOptions({
    queryKey: ['exchange', 'subscriptions'],
    queryFn: () => answer(api.GET('/api/exchange/subscriptions')),
    refetchInterval: 3_000,
  }),
  collections: queryOptions({
    queryKey: ['exchange', 'collections'],
    queryFn: () => answer(api.GET('/api/exchange/collections')),
  }),
  entry: (id: number) =>
    queryOptions({
      queryKey: ['entry', id],
      queryFn: () => answer(api.GET('/api/record/{id}', { params: { path: { id } } })),
    }),
};

export const useMe = () => useQuery(queries.me);
