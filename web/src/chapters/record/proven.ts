// An entry with what this device found of it: whether it stands in the record that is signed.
import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { Verified } from './verify';
import { verifyEntry } from './verify';

export interface Proven {
  answer: Schemas['EntryProof'];
  verified: Verified;
}

/** It is proved against the latest checkpoint. */
export const provenQuery = (id: number) =>
  queryOptions({
    queryKey: ['entry', id],
    queryFn: async (): Promise<Proven> => {
      const entry = await answer(api.GET('/api/record/{id}', { params: { path: { id } } }));
      return { answer: entry, verified: await verifyEntry(entry) };
    },
    meta: { shows: 'everything' },
  });
