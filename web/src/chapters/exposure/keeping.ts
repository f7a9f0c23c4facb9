// Where a seat's own answers are kept: sealed at the host, so that whoever acts for the seat next has them, and on this device, so that nothing is
// lost where the host has none. What the host did not take is told before one signs out.
import { dropOnce, keepOnce, onceOf } from '../../acts/once';
import { keepAsOwn, keptOfOwn } from '../../acts/own';
import { answer, api } from '../../api/client';
import type { SeatOfLog } from '../keyboxes/shared';
import { boxOf, openedBox, seal, unseal } from '../keyboxes/shared';
import type { OwnAnswers } from './ownAnswers';
import { isOwnAnswers, joined } from './ownAnswers';

const placeOf = ({ organization }: SeatOfLog) => `exposure/own/${organization}`;
const idOf = ({ organization }: SeatOfLog) => String(organization);
const purpose = 'own answers';

export const keptHere = async (seat: SeatOfLog): Promise<string | null> =>
  onceOf('answers', idOf(seat)) ?? (await keptOfOwn<string>(placeOf(seat))) ?? null;

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
  const ofThisDevice = seal(box, seat, purpose, own);
  await keepAsOwn(placeOf(seat), ofThisDevice);
  keepOnce({ kind: 'answers', id: idOf(seat), title: '', value: ofThisDevice });
  const there = await answer(api.GET('/api/exposure/own'));
  const sealed = seal(box, seat, purpose, joined(own, openedFrom(seat, [there.sealed]).own));
  await keepAsOwn(placeOf(seat), sealed);
  await answer(api.POST('/api/exposure/own/keep', { body: { sealed } }));
  dropOnce('answers', idOf(seat));
  return sealed;
}
