// The proofs beside an archive, verified as docs/elections.md says: that what each trustee decrypted are these very totals.
import type { Arithmetic, ArithmeticOf } from './arithmetic';
import { numbersOf } from './arithmetic';
import type { Place } from './bound';
import { challengeAbout } from './bound';
import { byScript } from './byScript';
import { fingerprint } from './group';
import { isCount, isText, listOf } from './parse';
import type { Ciphertext, Proof } from './spec';
import { asIs, exactly, isPartialDecryption, isProof, isTally, must } from './spec';
import type { Verification } from './verify';

/** One trustee's, for each question and total. */
interface TrusteeProofs {
  /** From 1. */
  trustee: number;
  factors: string[][];
  proofs: Proof[][];
}

/** The file: election and totals by their fingerprints, and all who decrypted. */
interface ElectionProofs {
  election: string;
  tally: string;
  trustees: TrusteeProofs[];
}
const isElectionProofs = exactly<ElectionProofs>({
  election: isText,
  tally: isText,
  trustees: listOf(
    exactly<TrusteeProofs>({
      trustee: isCount,
      factors: listOf(listOf(isText)),
      proofs: listOf(listOf(isProof)),
    }),
  ),
});

/** What one proof is about, as it is written. */
export interface BoundTexts extends Place {
  alpha: string;
  factor: string;
}

/** Knowledge of one x with y = g^x and f = alpha^x (Chaum and Pedersen), of which the challenge hashes all that it is about. */
export function boundProofHolds(proof: Proof, bound: BoundTexts, arithmetic: Arithmetic): boolean {
  if (!isProof(proof)) return false;
  const { by, alpha, factor } = bound;
  const numbers = numbersOf(proof);
  const computed = arithmetic.decryption({ key: by.key, alpha, factor, ...numbers });
  return (
    computed !== undefined && challengeAbout(bound, [alpha, factor, ...computed.commitments]) === numbers.challenge
  );
}

const hasShape = (rows: unknown[][], totals: unknown[][]) =>
  rows.length === totals.length && rows.every((row, i) => row.length === totals[i]?.length);

/** What an archive, which holds, says of the totals and of who decrypted them. */
export type Opening = Pick<Verification, 'fingerprint' | 'tally' | 'trusteeKeys' | 'decryptions'>;

function holds(
  { trustee, factors, proofs }: TrusteeProofs,
  totals: Ciphertext[][],
  opening: Opening,
  arithmetic: Arithmetic,
): boolean {
  if (!hasShape(factors, totals) || !hasShape(proofs, totals)) return false;
  const archived = opening.decryptions.get(trustee);
  if (archived !== undefined) {
    const { decryption_factors } = asIs(archived, isPartialDecryption, 'a decryption');
    if (JSON.stringify(decryption_factors) !== JSON.stringify(factors)) return false;
  }
  const by = {
    election: opening.fingerprint,
    tally: fingerprint(opening.tally ?? ''),
    trustee,
    key: opening.trusteeKeys[trustee - 1] ?? '',
  };
  return totals.every((row, question) =>
    row.every(({ alpha }, answer) => {
      const [proof, factor] = [proofs[question]?.[answer], factors[question]?.[answer]];
      const about = { by, question, answer, alpha, factor: factor ?? '' };
      return proof !== undefined && boundProofHolds(proof, about, arithmetic);
    }),
  );
}

/**
 * The numbers, in ascending order, of those whose decryption is not shown to be of these totals, by the text of the file; of all who stand
 * in it, in the archive, or among `decrypted`. Throws Unsound for a file of another election or other totals.
 */
export function unboundTrustees(
  text: string,
  opening: Opening,
  decrypted: number[],
  arithmeticOf: ArithmeticOf = byScript,
): number[] {
  const { election, tally, trustees } = asIs(text, isElectionProofs, 'the file of proofs');
  const opened = opening.tally ?? '';
  must(election === opening.fingerprint && tally === fingerprint(opened), 'the proofs are of other totals');
  const totals = asIs(opened, isTally, 'the tally');
  const arithmetic = arithmeticOf();
  const all = new Set([...decrypted, ...opening.decryptions.keys(), ...trustees.map(({ trustee }) => trustee)]);
  return [...all]
    .filter((number) => {
      const [its, another] = trustees.filter(({ trustee }) => trustee === number);
      return its === undefined || another !== undefined || !holds(its, totals, opening, arithmetic);
    })
    .sort((a, b) => a - b);
}
