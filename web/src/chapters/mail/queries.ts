import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

export const ownMailQuery = queryOptions({
  queryKey: ['mail', 'own'],
  queryFn: () => answer(api.GET('/api/mail')),
  meta: { shows: 'everything' },
});

export const allMailQuery = queryOptions({
  queryKey: ['mail', 'people'],
  queryFn: () => answer(api.GET('/api/mail/people')),
  meta: { shows: 'everything' },
});
