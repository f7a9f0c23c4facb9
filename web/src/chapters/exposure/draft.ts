// Answers that are not cast yet: on this device alone, sealed with the seat's keybox.
import { queryOptions } from '@tanstack/react-query';

import { forget, keep, kept } from '../../acts/kept';
import { slug } from '../../api/client';
import type { Shape } from '../../ballot/parse';
import { having, isCount, isText, listOf } from '../../ballot/parse';
import type { SeatOfLog } from '../keyboxes/shared';
import { seal, unseal } from '../keyboxes/shared';
import type { Given } from './paper';

export interface Draft {
  given: Given;
  /** At which question one was. */
  at: number;
}
const isGiven: Shape<Given> = (value): value is Given =>
  typeof value === 'object' && value !== null && Object.values(value).every(listOf(isText));
const isDraft = having<Draft>({ given: isGiven, at: isCount });

const placeOf = ({ organization }: SeatOfLog, round: number) => `exposure/${slug}/draft/${organization}/${round}`;
const purpose = (round: number) => `draft ${round}`;

/** None where there is none that opens: one that was made with another keybox is lost with it. */
async function draftOf(box: Uint8Array, seat: SeatOfLog, round: number): Promise<Draft | null> {
  const sealed = await kept<string>(placeOf(seat, round));
  try {
    return sealed === undefined ? null : unseal(box, seat, purpose(round), sealed, isDraft);
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
  keep(placeOf(seat, round), seal(box, seat, purpose(round), draft));
export const dropDraft = (seat: SeatOfLog, round: number) => forget(placeOf(seat, round));
