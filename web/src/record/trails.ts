// Entries that this device did not see go by, each proved to be in the tree of the head that it checked; and whether what is signed was
// signed by a passkey of its person, as the record has them: enrolled before, and not ended by then. Whose seat a person speaks for,
// audits decide.
import { fromBase64 } from '../acts/bytes';
import { canonical, messageOf } from '../acts/message';
import type { PasskeySignature } from '../acts/passkeys';
import { RefusedHere } from '../acts/problems';
import type { Schemas } from '../api/client';
import type { Head } from './head';
import { checkedHead } from './head';
import type { SignedEntry } from './history';
import { passkeySigned } from './passkeySignature';
import type { Passkey } from './passkeysOf';
import { passkeysOf } from './passkeysOf';
import { leafHash, verifyInclusion } from './tree';

type Proved = Schemas['ProvedEntry'];

/** The entries, read. Throws RefusedHere where one is not in the tree. */
export function included(entries: Proved[], { size, root }: Head): SignedEntry[] {
  const top = fromBase64(root);
  return entries.map(({ seq, entry, proof }) => {
    const path = proof.map((hash) => fromBase64(hash));
    if (!verifyInclusion(leafHash(entry), seq, size, path, top)) throw new RefusedHere('election-is-not-told');
    return { ...(JSON.parse(entry) as SignedEntry), seq };
  });
}

/** Throws RefusedHere where one of these entries was not signed by a passkey that whoever asked for it had then. */
export async function mustBeSigned(entries: SignedEntry[], history: SignedEntry[]): Promise<void> {
  const { logKey } = await checkedHead();
  const passkeys = passkeysOf(history);
  const all = await Promise.all(entries.map((entry) => isSigned(entry, passkeys, logKey)));
  if (all.includes(false)) throw new RefusedHere('election-is-not-signed');
}

async function isSigned(
  { seq, request, signature }: SignedEntry,
  passkeys: Map<string, Passkey[]>,
  log: string,
): Promise<boolean> {
  const given = signature?.passkey as PasskeySignature | undefined;
  const named = passkeys.get(given?.credential ?? '') ?? [];
  const key = named.find(({ person, since, until }) => person === request.person && since < seq && seq < until);
  if (given === undefined || key === undefined) return false;
  return passkeySigned(key, given, messageOf('act', log, canonical(request)));
}
