// The tree of the record's entries (RFC 9162): that an entry is in it (section 2.1.3.2), and that it continues an older one (2.1.4.2).
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, fromBase64, utf8 } from '../acts/bytes';

export const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const leafHash = (entry: string) => sealedLeaf(entry) ?? sha256(concat(Uint8Array.of(0), utf8(entry)));

/** The hash of a leaf that the reader may not read, where that is all that stands there. No entry has this form. */
function sealedLeaf(entry: string): Uint8Array | undefined {
  const [, hash] = /^\{"sealed":"([\w-]{43})"\}$/.exec(entry) ?? [];
  return hash === undefined ? undefined : fromBase64(hash);
}
export const isSealed = (entry: string) => sealedLeaf(entry) !== undefined;
export const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(concat(Uint8Array.of(1), left, right));

export const isOdd = (number: number) => number % 2 === 1;
/** Not by bits, which end at 32 of them. */
export const half = (number: number) => Math.floor(number / 2);

/** Goes up to the root from the node `index` of those up to `last`; false where the proof has too many hashes, or too few. */
function climbs(
  index: number,
  last: number,
  proof: Uint8Array[],
  meets: (sibling: Uint8Array, isLeft: boolean) => void,
): boolean {
  let fn = index;
  let sn = last;
  for (const sibling of proof) {
    if (sn === 0) return false;
    const isLeft = isOdd(fn) || fn === sn;
    meets(sibling, isLeft);
    while (isLeft && !isOdd(fn) && fn !== 0) {
      fn = half(fn);
      sn = half(sn);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0;
}

export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) return false;
  let hash = leaf;
  const arrives = climbs(index, size - 1, proof, (sibling, isLeft) => {
    hash = isLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  });
  return arrives && sameBytes(hash, root);
}

export interface Tree {
  size: number;
  root: Uint8Array;
}

/** Whether `newer` begins with all that `older` has. Nothing is before everything, and needs no proof. */
export function verifyConsistency(older: Tree, newer: Tree, proof: Uint8Array[]): boolean {
  if (older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  // A whole subtree stands for itself, but a proof there must be.
  if (first === undefined || proof.length === 0) return false;
  let fn = older.size - 1;
  let sn = newer.size - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let [was, is] = [first, first];
  const arrives = climbs(fn, sn, rest, (sibling, isLeft) => {
    if (isLeft) was = nodeHash(sibling, was);
    is = isLeft ? nodeHash(sibling, is) : nodeHash(is, sibling);
  });
  return arrives && sameBytes(was, older.root) && sameBytes(is, newer.root);
}

function isPowerOfTwo(number: number): boolean {
  let rest = number;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
