// The watch list at the host: sealed under the seat's keybox and padded, so that it goes on with the seat and nobody else reads it.
import { answer, api } from '../../api/client';
import type { SeatOfLog } from '../keyboxes/shared';
import { seal, unseal } from '../keyboxes/shared';
import type { WatchList } from './watchList';
import { isWatchList } from './watchList';

const purpose = 'watch list';

export async function keepList(box: Uint8Array, seat: SeatOfLog, list: WatchList): Promise<void> {
  await answer(api.POST('/api/exchange/watch/keep', { body: { sealed: seal(box, seat, purpose, list) } }));
}

/** Nothing where it was changed, or is something else. */
export function listFrom(box: Uint8Array, seat: SeatOfLog, sealed: string): WatchList | undefined {
  try {
    return unseal(box, seat, purpose, sealed, isWatchList);
  } catch {
    return undefined;
  }
}
