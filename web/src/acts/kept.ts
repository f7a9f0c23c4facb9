// What this browser keeps for the community between visits: the record's head, and the key of the sign-in; what is a person's own, by own.ts alone.
// Unlike what lies in localStorage, a key that is kept here can't be read out again.
import { del, delMany, get, keys, set, update } from 'idb-keyval';

import { RefusedHere } from './problems';

export const kept = <T>(place: string): Promise<T | undefined> => tried(() => get<T>(place));
export const keep = (place: string, value: unknown): Promise<void> => tried(() => set(place, value));
/** In one step, whatever other windows of this browser do meanwhile. */
export const change = <T>(place: string, how: (before?: T) => T): Promise<void> => tried(() => update<T>(place, how));
export const forget = (place: string): Promise<void> => tried(() => del(place));

export const forgetWhere = (isGone: (place: string) => boolean): Promise<void> =>
  tried(async () => delMany((await keys()).filter((place) => isGone(String(place)))));

/** A browser that keeps nothing can't tell whether the record continues, so nothing is done there. */
async function tried<T>(what: () => Promise<T>): Promise<T> {
  try {
    return await what();
  } catch (error) {
    throw new RefusedHere('nothing-is-kept-here', error);
  }
}
