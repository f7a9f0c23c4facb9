// Proofs that bind each decryption factor to what was decrypted (docs/elections.md has the layout). They stand beside those of the
// archive's format, and hash all that they are about.
import type { Point } from './group';
import { wideHash, written } from './group';

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
  return wideHash(lines.join('\n'));
}
