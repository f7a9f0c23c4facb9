// Which key signs the record by now: the first one, or the last of those that were handed over to, each signed for by the one before.
import { fromBase64, utf8 } from '../acts/bytes';
import { canonical, messageOf } from '../acts/message';
import { holdsUnder } from './ed25519';
import { keyOf } from './note';

export interface KeyChange {
  change: { from: string; to: string; after: number };
  signature: string;
}

/** The key at the end, or nothing where one change doesn't follow from the one before, or isn't signed by its key. */
export async function signingKey(logKey: string, changes: KeyChange[]): Promise<string | undefined> {
  let key = logKey;
  for (const { change, signature } of changes) {
    const before = keyOf(key);
    const message = utf8(messageOf('log key', logKey, canonical(change)));
    if (change.from !== key || before === undefined) return undefined;
    if (!(await holdsUnder(before.bytes, fromBase64(signature), message))) return undefined;
    key = change.to;
  }
  return key;
}
