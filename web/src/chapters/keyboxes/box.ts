// A seat's keybox on this device: opened with a passkey or from a file, and in this page alone while it is open.
import { computedBy } from '../../acts/passkeys';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { prfInput, unwrapBox, wrapBox } from '../../ballot/keybox';
import { having, isText } from '../../ballot/parse';
import { fromBase64, toBase64url } from '../../acts/bytes';
import { nameOf } from '../../ballot/votingKey';
import { checkedHead } from '../../record/head';

export type Keybox = Schemas['Keybox'];

const opened = new Map<string, Uint8Array>();

/** By its name; nothing where it was not opened since this page was loaded. */
export const openedBox = (name: string) => opened.get(name);

export function remember(box: Uint8Array): string {
  const name = nameOf(box);
  opened.set(name, box);
  return name;
}

/** Throws RefusedHere where this passkey opens none, or not this one. */
export async function openWithPasskey({ organization, wrapped }: Keybox, name: string): Promise<void> {
  const mine = wrapped.filter(({ box }) => box === name);
  const { logKey: log } = await checkedHead();
  const computed = await computedBy(
    prfInput(log),
    mine.map(({ credential }) => credential),
  );
  const found = mine.find(({ credential }) => credential === computed?.credential);
  if (computed === undefined || found?.wrapped == null) throw new RefusedHere('passkey-opens-no-keybox');
  try {
    const { credential } = found;
    remember(unwrapBox(found.wrapped, computed.output, { log, organization, credential }, name));
  } catch (error) {
    throw new RefusedHere('keybox-does-not-open', error);
  }
}

interface Kept {
  credential: string;
  wrapped: string;
}

/** Which of these passkeys of the person don't keep the box of that name. */
export const notKeptBy = ({ wrapped }: Keybox, name: string, passkeys: string[]): string[] =>
  passkeys.filter((one) => !wrapped.some(({ box, credential }) => box === name && credential === one));

/** The box as one of these passkeys of the person keeps it; nothing where the authenticator can't. */
export async function keptByPasskey(
  box: Uint8Array,
  organization: number,
  passkeys: string[],
): Promise<Kept | undefined> {
  const { logKey: log } = await checkedHead();
  const computed = await computedBy(prfInput(log), passkeys);
  if (computed === undefined) return undefined;
  const { credential, output } = computed;
  return { credential, wrapped: wrapBox(box, output, { log, organization, credential }) };
}

/** How its file is called, which is also what it is bound to. */
export const fileOf = (key: string) => `keybox-${key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

export const isBoxFile = having<{ box: string }>({ box: isText });
export const inFile = (box: Uint8Array) => ({ box: toBase64url(box) });
export const fromFile = ({ box }: { box: string }) => fromBase64(box);
