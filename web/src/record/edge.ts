// A tree that goes on from its edge: of what came before, the roots of the perfect subtrees are enough.
import { half, isOdd, nodeHash } from './tree';

/** The root of a tree that begins with `first` entries, of whose perfect subtrees `edge` has the roots, and goes on with `leaves`. */
export function rootAfter(first: number, edge: Uint8Array[], leaves: Uint8Array[]): Uint8Array | undefined {
  const peaks = edgeAfter(first, edge, leaves);
  return peaks && rootOf(peaks);
}

/** The edge of that tree; nothing where `edge` is that of no tree of so many entries. */
export function edgeAfter(first: number, edge: Uint8Array[], leaves: Uint8Array[]): Uint8Array[] | undefined {
  const peaks = [...edge];
  if (peaks.length !== bitsOf(first)) return undefined;
  leaves.forEach((leaf, i) => {
    let hash = leaf;
    for (let index = first + i; isOdd(index); index = half(index)) hash = nodeHash(peaks.pop() ?? hash, hash);
    peaks.push(hash);
  });
  return peaks;
}

export const rootOf = (edge: Uint8Array[]) =>
  edge.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right)),
    undefined,
  );

function bitsOf(number: number): number {
  let bits = 0;
  for (let rest = number; rest > 0; rest = half(rest)) if (isOdd(rest)) bits += 1;
  return bits;
}
