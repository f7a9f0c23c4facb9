// Whether what was signed on this device, and confirmed by the server, stands in the record: looked for in the next head that this device
// checks, with its proof. Until then, and for good where it is missing, the signed request is kept here as evidence.
import { fromBase64 } from '../acts/bytes';
import { dropOnce, keepOnce } from '../acts/once';
import { changeOwn, keptOfOwn } from '../acts/own';
import { canonical } from '../acts/message';
import type { Signature } from '../acts/request';
import { api } from '../api/client';
import type { Head } from './head';
import { checkedHead } from './head';
import { tellLost } from './lost';
import { leafHash, verifyInclusion } from './tree';

interface OwnAct {
  /** Which entry the server said that it is. */
  seq: number;
  /** As it was signed. */
  request: string;
  signature: Signature;
  at: string;
  /** It was looked for in vain. */
  lost?: boolean;
}

const place = 'acts';
/** What the server confirmed is there at once; a proxy may be behind for a moment. */
const tries_ms = [0, 2_000, 6_000];

/** Keeps the act and looks for it. Ends once it is found, or told to be missing; nobody need wait for that. */
export async function watch(act: Omit<OwnAct, 'at'>, waits_ms = tries_ms): Promise<void> {
  await put({ ...act, at: new Date().toISOString() });
  for (const wait_ms of waits_ms) {
    await new Promise((resolve) => setTimeout(resolve, wait_ms));
    const found = await sought(act);
    if (found === 'there') return drop(act.seq, act.request);
    if (found === 'not told') return;
  }
  await put({ ...act, at: new Date().toISOString(), lost: true });
  tellLost(true);
}

/** Looks for what an earlier visit did not find. */
export async function lookAgain(): Promise<void> {
  for (const act of await ownActs()) {
    const found = await sought(act);
    if (found === 'there') await drop(act.seq, act.request);
    if (found === 'missing') await put({ ...act, lost: true });
  }
  tellLost((await ownActs()).some(({ lost }) => lost));
}

export const ownActs = async (): Promise<OwnAct[]> => (await keptOfOwn<OwnAct[]>(place)) ?? [];

/** `not told` where the server answers nothing that says either: it can't be reached, or the reader has no seat any more. */
async function sought(act: Omit<OwnAct, 'at'>): Promise<'there' | 'missing' | 'not told'> {
  const { seq } = act;
  try {
    const { head } = await checkedHead();
    if (head.size <= seq) return 'missing';
    const { data, response } = await api.GET('/api/record/{id}', {
      params: { path: { id: seq }, query: { size: head.size } },
    });
    if (data === undefined) return response.status === 404 ? 'missing' : 'not told';
    return isShown(data, act, head) ? 'there' : 'missing';
  } catch {
    return 'not told';
  }
}

/** Whether that entry is in the tree of this head, and is what was signed. What can't even be read is neither. */
function isShown({ entry, proof }: { entry: string; proof: string[] }, act: Omit<OwnAct, 'at'>, head: Head): boolean {
  try {
    const path = proof.map((hash) => fromBase64(hash));
    const { request } = JSON.parse(entry) as { request: object };
    const isIncluded = verifyInclusion(leafHash(entry), act.seq, head.size, path, fromBase64(head.root));
    return isIncluded && canonical(request) === act.request;
  } catch {
    return false;
  }
}

const isSame = (a: Pick<OwnAct, 'seq' | 'request'>, b: Pick<OwnAct, 'seq' | 'request'>) =>
  a.seq === b.seq && a.request === b.request;

async function put(act: OwnAct): Promise<void> {
  await changeOwn<OwnAct[]>(place, (before = []) => [...before.filter((other) => !isSame(other, act)), act]);
  const id = String(act.seq);
  // Evidence goes with nobody's signing out unless they say so.
  if (act.lost) keepOnce({ kind: 'act', id, title: id, value: JSON.stringify(act) });
}

async function drop(seq: number, request: string): Promise<void> {
  await changeOwn<OwnAct[]>(place, (before = []) => before.filter((other) => !isSame(other, { seq, request })));
  dropOnce('act', String(seq));
}
