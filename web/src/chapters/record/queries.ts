import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

export const charterQuery = queryOptions({
  queryKey: ['charter'],
  queryFn: () => answer(api.GET('/api/charter')),
  meta: { shows: { record: 'all' } },
});

export const recordQuery = (before?: number) =>
  queryOptions({
    queryKey: ['record', before ?? 'latest'],
    queryFn: () => answer(api.GET('/api/record', { params: { query: before === undefined ? {} : { before } } })),
    meta: { shows: 'everything' },
  });
