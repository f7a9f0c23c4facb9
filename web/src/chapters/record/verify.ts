// Checks in the browser what the server says about the record: an entry's inclusion (RFC 9162, section 2.1.3.2) and the checkpoint's
// signature (C2SP signed-note, Ed25519). Nothing here trusts an answer that it can compute.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, fromBase64, utf8 } from '../../acts/bytes';

interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const leafHash = (entry: string) => sha256(concat(Uint8Array.of(0), utf8(entry)));
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(concat(Uint8Array.of(1), left, right));

export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(hash, root);
}

/** The checkpoint of a note that carries a valid signature of `key` (name+hash+base64); nothing otherwise. */
export function openNote(note: string, key: string): Checkpoint | undefined {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return undefined;
  const body = note.slice(0, gap + 1);
  const [origin, size, root] = body.split('\n');
  const parts = key.split('+');
  const name = parts[0] ?? '';
  const keyBytes = fromBase64(parts.slice(2).join('+'));
  if (!origin || !size || !root || origin !== name || keyBytes[0] !== 1) return undefined;
  for (const line of note.slice(gap + 2).split('\n')) {
    const prefix = `\u2014 ${name} `;
    if (!line.startsWith(prefix)) continue;
    const signature = fromBase64(line.slice(prefix.length)).slice(4);
    if (signature.length === 64 && ed25519.verify(signature, utf8(body), keyBytes.slice(1)))
      return { origin, size: Number(size), root: fromBase64(root) };
  }
  return undefined;
}

interface EntryProof {
  seq: number;
  entry: string;
  proof: string[];
  checkpoint: string;
  log_key: string;
}

export function verifyEntry(answer: EntryProof): { signed: boolean; included: boolean; checkpoint?: Checkpoint } {
  const checkpoint = openNote(answer.checkpoint, answer.log_key);
  if (!checkpoint) return { signed: false, included: false };
  const proof = answer.proof.map((hash) => fromBase64(hash));
  const included = verifyInclusion(leafHash(answer.entry), answer.seq, checkpoint.size, proof, checkpoint.root);
  return { signed: true, included, checkpoint };
}
