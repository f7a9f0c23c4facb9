import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

export const dutiesQuery = queryOptions({
  queryKey: ['duties'],
  queryFn: () => answer(api.GET('/api/duties')),
  meta: { shows: 'everything' },
});

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: () => answer(api.GET('/api/desk')),
  meta: { shows: 'everything' },
});
