// Entries that this device did not see go by, each proved to be in the tree of the head that it checked; and whether what is signed was
// signed by a passkey that the record enrolled for its person. Whose seat a person speaks for, audits decide.
import { fromBase64 } from '../acts/bytes';
import { canonical, messageOf } from '../acts/message';
import type { PasskeySignature } from '../acts/passkeys';
import { RefusedHere } from '../acts/problems';
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import type { Head } from './head';
import type { EnrolledKey } from './passkeySignature';
import { passkeySigned } from './passkeySignature';
import { leafHash, verifyInclusion } from './tree';

/** As much of an entry as these checks read. */
export interface SignedEntry<Act = { type: string }> {
  acts: Act[];
  request: { person?: number; command: { type: string } };
  signature?: { passkey?: PasskeySignature };
}

type Proved = Schemas['ProvedEntry'];

interface Checked {
  head: Head;
  logKey: string;
}

/** The entries, read. Throws RefusedHere where one is not in the tree. */
export function included(entries: Proved[], { size, root }: Head): SignedEntry[] {
  const top = fromBase64(root);
  return entries.map(({ seq, entry, proof }) => {
    const path = proof.map((hash) => fromBase64(hash));
    if (!verifyInclusion(leafHash(entry), seq, size, path, top)) throw new RefusedHere('election-is-not-told');
    return JSON.parse(entry) as SignedEntry;
  });
}

interface Enrolment extends EnrolledKey {
  type: 'passkey-enrolled';
  person: number;
  credential: string;
}

/** Of an address's length. */
const peopleAtOnce = 500;

async function enrolments(people: number[], head: Head): Promise<Enrolment[]> {
  const all: Enrolment[] = [];
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const query = { people: people.slice(at, at + peopleAtOnce).join(','), size: head.size };
    const { entries } = await answer(api.GET('/api/record/enrolments', { params: { query } }));
    for (const { acts } of included(entries, head))
      all.push(...acts.filter((act): act is Enrolment => act.type === 'passkey-enrolled'));
  }
  return all;
}

/** Throws RefusedHere where one of these entries was not signed by an enrolled passkey of whoever asked for it. */
export async function mustBeSigned(entries: SignedEntry[], { head, logKey }: Checked): Promise<void> {
  const people = [...new Set(entries.flatMap(({ request }) => request.person ?? []))];
  const known = await enrolments(people, head);
  const holds = async ({ request, signature }: SignedEntry) => {
    const given = signature?.passkey;
    const key = known.find(({ person, credential }) => person === request.person && credential === given?.credential);
    if (given === undefined || key === undefined) return false;
    return passkeySigned(key, given, messageOf('act', logKey, canonical(request)));
  };
  const all = await Promise.all(entries.map(holds));
  if (all.includes(false)) throw new RefusedHere('election-is-not-signed');
}
