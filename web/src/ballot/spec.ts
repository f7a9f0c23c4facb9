// The structures of an archive (Belenios specification 3.0, section 4) as whoever verifies reads them: with exactly their members, and,
// where they are hashed, written in the one way to write them.
import { order } from './group';
import type { Shape } from './parse';
import { having, isCount, isText, listOf, optional } from './parse';

/** Something that doesn't hold; `what` is told to whoever looks closer, and names the place. */
export class Unsound extends Error {}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Unsound(what);
}

/** These members in this order, and no others; one that may be absent is. */
export const exactly = <T extends object>(members: { [Name in keyof T]-?: Shape<T[Name]> }): Shape<T> => {
  const names = Object.keys(members);
  const has = having<T>(members);
  return (value): value is T => {
    if (!has(value)) return false;
    const present = names.filter((name) => Object.hasOwn(value, name));
    return Object.keys(value).every((name, i) => name === present[i]);
  };
};

/** Reads what was written by itself: in whatever way. */
export function asIs<T>(text: string, is: Shape<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unsound(`${what} can't be read`);
  }
  must(is(value), `${what} is not what it should be`);
  return value;
}

/** Reads what is hashed: compact, and each member once. */
export function canonical<T>(text: string, is: Shape<T>, what: string): T {
  const value = asIs(text, is, what);
  must(JSON.stringify(value) === text, `${what} is not compact JSON in the order of the specification`);
  return value;
}

/** A number below the group's order, written without zeros before it. */
const isScalar: Shape<string> = (value): value is string =>
  isText(value) && /^(0|[1-9]\d{0,77})$/.test(value) && BigInt(value) < order;

export interface Proof {
  challenge: string;
  response: string;
}
export const isProof = exactly<Proof>({ challenge: isScalar, response: isScalar });

export interface Ciphertext {
  alpha: string;
  beta: string;
}
const isCiphertext = exactly<Ciphertext>({ alpha: isText, beta: isText });

export interface SignedMessage {
  message: string;
  signature: Proof;
}
const isSigned = exactly<SignedMessage>({ message: isText, signature: isProof });

export interface TrusteeKey {
  pok: Proof;
  public_key: string;
  signature?: Proof | undefined;
}
export const isTrusteeKey = exactly<TrusteeKey>({ pok: isProof, public_key: isText, signature: optional(isProof) });

export interface ThresholdParameters {
  threshold: number;
  certs: SignedMessage[];
  coefexps: SignedMessage[];
  signatures: Proof[];
  verification_keys: TrusteeKey[];
}
export const isThresholdParameters = exactly<ThresholdParameters>({
  threshold: isCount,
  certs: listOf(isSigned),
  coefexps: listOf(isSigned),
  signatures: listOf(isProof),
  verification_keys: listOf(isTrusteeKey),
});

export interface CertificateKeys {
  context: { group: string; size: number; threshold: number; index: number };
  verification: string;
  encryption: string;
}
export const isCertificateKeys = exactly<CertificateKeys>({
  context: exactly({ group: isText, size: isCount, threshold: isCount, index: isCount }),
  verification: isText,
  encryption: isText,
});
export const isCoefficients = exactly<{ coefexps: string[] }>({ coefexps: listOf(isText) });

const isFlag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

export interface Question {
  answers: string[];
  blank?: boolean | undefined;
  min: number;
  max: number;
  question: string;
}

export interface Election {
  version: number;
  description: string;
  name: string;
  group: string;
  public_key: string;
  questions: Question[];
  uuid: string;
  administrator?: string | undefined;
  credential_authority?: string | undefined;
}
export const isElection = exactly<Election>({
  version: isCount,
  description: isText,
  name: isText,
  group: isText,
  public_key: isText,
  questions: listOf(
    exactly<Question>({
      answers: listOf(isText),
      blank: optional(isFlag),
      min: isCount,
      max: isCount,
      question: isText,
    }),
  ),
  uuid: isText,
  administrator: optional(isText),
  credential_authority: optional(isText),
});

export interface Answer {
  choices: Ciphertext[];
  individual_proofs: Proof[][];
  overall_proof: Proof[];
  blank_proof?: Proof[] | undefined;
}

export interface Ballot {
  election_uuid: string;
  election_hash: string;
  credential: string;
  answers: Answer[];
  signature: { hash: string; proof: Proof };
}
export const isBallot = exactly<Ballot>({
  election_uuid: isText,
  election_hash: isText,
  credential: isText,
  answers: listOf(
    exactly<Answer>({
      choices: listOf(isCiphertext),
      individual_proofs: listOf(listOf(isProof)),
      overall_proof: listOf(isProof),
      blank_proof: optional(listOf(isProof)),
    }),
  ),
  signature: exactly({ hash: isText, proof: isProof }),
});

export interface PartialDecryption {
  decryption_factors: string[][];
  decryption_proofs: Proof[][];
}
export const isPartialDecryption = exactly<PartialDecryption>({
  decryption_factors: listOf(listOf(isText)),
  decryption_proofs: listOf(listOf(isProof)),
});

export const isTally = listOf(listOf(isCiphertext));
export const isResult = exactly<{ result: number[][] }>({ result: listOf(listOf(isCount)) });
