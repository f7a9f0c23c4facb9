// Answers that are not cast yet: on this device alone, sealed with the seat's keybox. So they may outlive a sign-in: nobody else learns whose they are.
import { queryOptions } from '@tanstack/react-query';

import { forget, keep, kept } from '../../acts/kept';
import { slug } from '../../api/client';
import type { Shape } from '../../ballot/parse';
import { having, isCount, isText, listOf } from '../../ballot/parse';
import type { SeatOfLog } from '../keyboxes/shared';
import { unnamed } from '../keyboxes/shared';
import type { Given } from './paper';

export interface Draft {
  given: Given;
  /** At which question one was. */
  at: number;
}
const isGiven: Shape<Given> = (value): value is Given =>
  typeof value === 'object' && value !== null && Object.values(value).every(listOf(isText));
const isDraft = having<Draft>({ given: isGiven, at: isCount });

const purpose = (round: number) => `draft ${round}`;
const placeOf = (box: Uint8Array, seat: SeatOfLog, round: number) =>
  `sealed/${slug}/${unnamed.place(box, seat, purpose(round))}`;

/** None where there is none that opens: one that was made with another keybox is lost with it. */
async function draftOf(box: Uint8Array, seat: SeatOfLog, round: number): Promise<Draft | null> {
  const sealed = await kept<string>(placeOf(box, seat, round));
  try {
    return sealed === undefined ? null : unnamed.unseal(box, seat, purpose(round), sealed, isDraft);
  } catch {
    return null;
  }
}

export const draftQuery = (box: Uint8Array, seat: SeatOfLog, round: number) =>
  queryOptions({
    queryKey: ['draft', seat.organization, round],
    queryFn: () => draftOf(box, seat, round),
    // Each time one begins to answer it is read anew, and while one answers it is not.
    gcTime: 0,
    staleTime: Infinity,
    meta: { shows: 'nothing' },
  });

export const keepDraft = (box: Uint8Array, seat: SeatOfLog, round: number, draft: Draft) =>
  keep(placeOf(box, seat, round), unnamed.seal(box, seat, purpose(round), draft));
export const dropDraft = (box: Uint8Array, seat: SeatOfLog, round: number) => forget(placeOf(box, seat, round));
