import { queryOptions } from '@tanstack/react-query';

import { answer, api } from '../../api/client';

/** It lies beside the record: nothing that happens there changes it. */
export const adoptionsQuery = queryOptions({
  queryKey: ['adoptions'],
  queryFn: () => answer(api.GET('/api/adoptions')),
  meta: { shows: 'everything' },
});
