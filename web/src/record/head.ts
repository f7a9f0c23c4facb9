// The newest head of the record that this device has checked. Each head continues the one before, from the first visit on; where one
// doesn't, the host shows different records, and this device signs nothing any more.
import { useSyncExternalStore } from 'react';

import { fromBase64, toBase64url } from '../acts/bytes';
import { keep, kept } from '../acts/kept';
import { RefusedHere } from '../acts/problems';
import { answer, api, slug } from '../api/client';
import type { KeyChange } from './keys';
import { signingKey } from './keys';
import { openNote } from './note';
import { verifyConsistency } from './tree';

/** As a request and a statement name it. */
export interface Head {
  size: number;
  /** In base64url. */
  root: string;
}

interface CheckedHead {
  head: Head;
  /** The log's first key, as this device saw it at its first visit. */
  logKey: string;
}

/** What the server says. */
interface Told {
  checkpoint: string;
  consistency: string[];
  log_key: string;
  key_changes: KeyChange[];
}

/** One for each community. */
interface Kept {
  log_key: string;
  /** Which signed the last head, where that is no longer the first. */
  signer?: string;
  head: Head;
  /** The note of that head, as the host signed it. */
  note?: string;
  /** What the server said that can't be true together with the rest; the host's signature is in it. It stays. */
  evidence?: { at: string; told: Told };
}

class RecordBroke extends RefusedHere {
  constructor() {
    super('record-does-not-continue');
  }
}

const place = `record/${slug}`;

/** Asks for the newest head and checks it; throws RecordBroke for one that doesn't continue what this device saw, now and ever after. */
export const checkedHead = (): Promise<CheckedHead> =>
  alone(async () => {
    const last = await kept<Kept>(place);
    if (last?.evidence) throw broke(last);
    const from = last?.head.size ?? 0;
    const told = await answer(api.GET('/api/log/head', { params: { query: { from } } }));
    const before: Kept = last ?? { log_key: told.log_key, head: { size: 0, root: '' } };
    const now = await continued(before, told);
    if (now === undefined) {
      await keep(place, { ...before, evidence: { at: new Date().toISOString(), told } } satisfies Kept);
      throw broke(before);
    }
    await keep(place, { log_key: before.log_key, ...now, note: told.checkpoint } satisfies Kept);
    tell(false);
    return { head: now.head, logKey: before.log_key };
  });

/** The head that was told, and its key, where they continue those that were kept. */
async function continued(
  { log_key, signer = log_key, head }: Kept,
  told: Told,
): Promise<{ head: Head; signer: string } | undefined> {
  try {
    if (told.log_key !== log_key) return undefined;
    const key = await signingKey(log_key, told.key_changes);
    // A key that was handed over signs no more, for whoever saw that.
    const follows = signer === log_key || told.key_changes.some(({ change }) => change.to === signer);
    const checkpoint = key !== undefined && follows ? await openNote(told.checkpoint, key) : undefined;
    if (key === undefined || checkpoint === undefined) return undefined;
    const older = { size: head.size, root: fromBase64(head.root) };
    const proof = told.consistency.map((hash) => fromBase64(hash));
    if (!verifyConsistency(older, checkpoint, proof)) return undefined;
    return { head: { size: checkpoint.size, root: toBase64url(checkpoint.root) }, signer: key };
  } catch {
    // What can't even be read continues nothing.
    return undefined;
  }
}

/** Two windows of one browser check one after the other, so that no two heads are kept which nobody held against each other. */
async function alone<T>(what: () => Promise<T>): Promise<T> {
  const locks: LockManager | null | undefined = navigator.locks;
  return locks ? await locks.request(`ccop/${place}`, what) : await what();
}

let isBroken = false;
const listeners = new Set<() => void>();

function tell(broken: boolean) {
  isBroken = broken;
  listeners.forEach((listener) => listener());
}

function broke({ note }: Kept): RecordBroke {
  tell(true);
  handBack(note);
  return new RecordBroke();
}

let handedBack: string | undefined;
/** A host whose database was put back can't know it but by the newer head that it signed itself: it gets that back, once by each page. */
function handBack(note?: string) {
  if (note === undefined || note === handedBack) return;
  handedBack = note;
  void api.POST('/api/log/seen', { body: { checkpoint: note } }).catch(() => undefined);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the last check found that the record doesn't continue. */
export const useRecordBroke = () => useSyncExternalStore(subscribe, () => isBroken);
