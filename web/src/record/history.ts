// What the whole record says of the things on which elections rest. Every entry goes by once, and all together give the root of the head
// that this device checked, so the host leaves none out. While the page is open the next look goes on from there; nothing of it stays in
// the browser, whose person may lose the seat.
import { fromBase64 } from '../acts/bytes';
import { RefusedHere } from '../acts/problems';
import { entriesFrom } from './bundle';
import { edgeAfter, rootOf } from './edge';
import type { Head } from './head';
import { checkedHead } from './head';
import { isSealed, leafHash, sameBytes } from './tree';

/** As much of an entry as these checks read. */
export interface SignedEntry<Act = { type: string }> {
  /** Its place in the record, from 0. */
  seq: number;
  at: string;
  acts: Act[];
  request: { person?: number; command: { type: string } };
  signature?: { passkey?: object };
}

const kinds = [
  'community-founded',
  'amendment-proposed',
  'amendment-adopted',
  'amendment-took-force',
  'session-opened',
  'session-closed',
  'enrolment-offered',
  'passkey-enrolled',
  'passkey-removed',
  'voting-key-registered',
  'recovery-confirmed',
  'election-officers-named',
  'trustee-replaced',
  'keys-discarded',
  'key-message-posted',
  'run-off-called',
  'election-opened',
  'election-closed',
  'election-decided',
  'ballot-cast',
  'decryption-posted',
  'question-set-proposed',
  'question-set-adopted',
  'round-called',
  'round-prepared',
  'round-levelled',
].map((kind) => `"type":"${kind}"`);

interface Read {
  size: number;
  /** Roots of the perfect subtrees, the largest first. */
  edge: Uint8Array[];
  found: SignedEntry[];
}
const nothing: Read = { size: 0, edge: [], found: [] };
let last = nothing;

/**
 * The entries of the record with acts of these kinds, in their order. Throws RefusedHere where the server does not show what the record
 * holds, or keeps something from this reader that is no secret of a room.
 */
export async function history(): Promise<SignedEntry[]> {
  const { head } = await checkedHead();
  const now = (await goneOn(last, head)) ?? (last.size > 0 ? await goneOn(nothing, head) : undefined);
  if (now === undefined) throw new RefusedHere('election-is-not-told');
  last = now;
  return now.found;
}

async function goneOn(from: Read, { size, root }: Head): Promise<Read | undefined> {
  let edge: Uint8Array[] | undefined = from.edge;
  const more: { seq: number; entry: string }[] = [];
  const sealed: number[] = [];
  for (let at = from.size; at < size;) {
    const entries = await entriesFrom(at, size);
    edge = edge && entries && edgeAfter(at, edge, entries.map(leafHash));
    if (entries === undefined) return undefined;
    entries.forEach((entry, i) => {
      if (isSealed(entry)) sealed.push(at + i);
      else if (kinds.some((kind) => entry.includes(kind))) more.push({ seq: at + i, entry });
    });
    at += entries.length;
  }
  const top = edge && rootOf(edge);
  if (edge === undefined || top === undefined || !sameBytes(top, fromBase64(root))) return undefined;
  const found = [...from.found, ...more.map(({ seq, entry }) => ({ ...(JSON.parse(entry) as SignedEntry), seq }))];
  return areOfRooms(sealed, found) ? { size, edge, found } : undefined;
}

/** What is sealed happened in a session, so while one was open (docs/record.md). */
function areOfRooms(sealed: number[], found: SignedEntry[]): boolean {
  const changes = found.flatMap(({ seq, acts }) =>
    acts.flatMap(({ type }) =>
      type === 'session-opened' ? [{ seq, by: 1 }] : type === 'session-closed' ? [{ seq, by: -1 }] : [],
    ),
  );
  let [open, next] = [0, 0];
  return sealed.every((seq) => {
    for (let change = changes[next]; change !== undefined && change.seq < seq; change = changes[++next])
      open += change.by;
    return open > 0;
  });
}
