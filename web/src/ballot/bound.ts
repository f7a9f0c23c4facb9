// Proofs that bind each decryption factor to what was decrypted (docs/elections.md has the layout). They stand beside those of the
// archive's format, which hash neither the ciphertext nor the factor.
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Point } from './group';
import { mod, written } from './group';

/** Whose decryption of which election and tally, both by their fingerprints; trustees count from 1. */
interface Decryptor {
  election: string;
  tally: string;
  trustee: number;
  key: string;
}

/** What one proof is about; questions and answers count from 0. */
export interface Bound {
  by: Decryptor;
  question: number;
  answer: number;
  alpha: Point;
  factor: Point;
}

/** SHA-512 of eleven lines, its first byte the lowest, as a number of the group. */
export function boundChallenge({ by, question, answer, alpha, factor }: Bound, first: Point, second: Point): bigint {
  const lines = [
    'ccop decryption v1',
    by.election,
    by.tally,
    String(by.trustee),
    by.key,
    String(question),
    String(answer),
    ...[alpha, factor, first, second].map(written),
  ];
  return mod(BigInt(`0x${bytesToHex(sha512(utf8ToBytes(lines.join('\n'))).reverse())}`));
}
