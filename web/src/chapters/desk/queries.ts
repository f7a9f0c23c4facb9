import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: () => answer(api.GET('/api/desk')),
  meta: { shows: 'everything' },
});
