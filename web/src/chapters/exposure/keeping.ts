// Where a seat's own answers are kept: sealed at the host, so that whoever acts for the seat next has them, and on this device, so that nothing is
// lost where the host has none.
import { keep, kept } from '../../acts/kept';
import { answer, api, slug } from '../../api/client';
import type { SeatOfLog } from '../keyboxes/shared';
import { boxOf, openedBox, seal, unseal } from '../keyboxes/shared';
import type { OwnAnswers } from './ownAnswers';
import { isOwnAnswers, joined } from './ownAnswers';

const placeOf = ({ organization }: SeatOfLog) => `exposure/${slug}/own/${organization}`;
const purpose = 'own answers';

export const keptHere = async (seat: SeatOfLog): Promise<string | null> => (await kept<string>(placeOf(seat))) ?? null;

interface Opened {
  own: OwnAnswers;
  /** The name of a keybox that would open more. */
  locked: string | undefined;
  /** Some of it opens with no keybox: it was changed, or is something else. */
  isDamaged: boolean;
}

/** What these hold together, as far as the keyboxes that are open on this page open it. */
export function openedFrom(seat: SeatOfLog, all: (string | null | undefined)[]): Opened {
  const found: Opened = { own: [], locked: undefined, isDamaged: false };
  for (const text of all) {
    if (text == null) continue;
    const name = boxOf(text);
    const box = name === undefined ? undefined : openedBox(name);
    if (name !== undefined && box === undefined) found.locked = name;
    else found.isDamaged = !takes(found, seat, text, box) || found.isDamaged;
  }
  return found;
}

function takes(found: Opened, seat: SeatOfLog, text: string, box: Uint8Array | undefined): boolean {
  try {
    if (box === undefined) return false;
    found.own = joined(found.own, unseal(box, seat, purpose, text, isOwnAnswers));
    return true;
  } catch {
    return false;
  }
}

/**
 * On this device first, then at the host, together with what another device kept there in the meantime. Gives it as it is kept.
 */
export async function keepOwn(box: Uint8Array, seat: SeatOfLog, own: OwnAnswers): Promise<string> {
  await keep(placeOf(seat), seal(box, seat, purpose, own));
  const there = await answer(api.GET('/api/exposure/own'));
  const sealed = seal(box, seat, purpose, joined(own, openedFrom(seat, [there.sealed]).own));
  await keep(placeOf(seat), sealed);
  await answer(api.POST('/api/exposure/own/keep', { body: { sealed } }));
  return sealed;
}
