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

/** Which total of whose decryption; questions and answers count from 0. */
export interface Place {
  by: Decryptor;
  question: number;
  answer: number;
}

/** What one proof is about. */
interface Bound extends Place {
  alpha: Point;
  factor: Point;
}

/** SHA-512 of eleven lines, its first byte the lowest, as a number of the group; `elements` are alpha, factor and both commitments, as they are written. */
export function challengeAbout({ by, question, answer }: Place, elements: string[]): bigint {
  const lines = [
    'ccop decryption v1',
    by.election,
    by.tally,
    String(by.trustee),
    by.key,
    String(question),
    String(answer),
    ...elements,
  ];
  return wideHash(lines.join('\n'));
}

/** The same, for whoever proves. */
export const boundChallenge = (bound: Bound, first: Point, second: Point): bigint =>
  challengeAbout(bound, [bound.alpha, bound.factor, first, second].map(written));
