// What trustees publish of their keys, checked (Belenios specification 3.0, sections 4.5 to 4.7): that each knows its private key, that
// those of a threshold follow from what all of them signed, and the key of the election that comes of them.
import type { Arithmetic } from './arithmetic';
import { numbersOf } from './arithmetic';
import { hashNumber, order } from './group';
import type { Extended } from './multi';
import { add, allWritten, decoded, generatorPowers, isSame, nothing, Powers } from './multi';
import type { CertificateKeys, PartialDecryption, Proof, SignedMessage, ThresholdParameters, TrusteeKey } from './spec';
import { asIs, isCertificateKeys, isCoefficients, isThresholdParameters, isTrusteeKey, must, Unsound } from './spec';

/** A point of the group, with its powers. */
function element(text: string, what: string): Powers {
  const point = decoded(text);
  must(point !== undefined, `${what} is not of the group`);
  const powers = new Powers(point);
  must(powers.isInSubgroup, `${what} is not of the group`);
  return powers;
}

/** Knowledge of the logarithm of a key. */
function isKnown(proof: Proof, prefix: string, key: Powers): boolean {
  const challenge = BigInt(proof.challenge);
  const commitment = add(generatorPowers().power(BigInt(proof.response)), key.power(challenge));
  return hashNumber(prefix + allWritten([commitment]).join(',')) === challenge;
}

const isSignedBy = (message: string, signature: Proof, key: Powers) => isKnown(signature, `sigmsg|${message}|`, key);

interface Signer {
  keys: CertificateKeys;
  verification: Powers;
}

function checkedCertificates({ certs, threshold }: ThresholdParameters, group: string): Signer[] {
  return certs.map(({ message, signature }, i) => {
    const what = `the certificate of trustee ${i + 1}`;
    const keys = asIs(message, isCertificateKeys, what);
    const { context } = keys;
    const fits = context.group === group && context.size === certs.length && context.threshold === threshold;
    must(fits && context.index === i + 1, `${what} is for another group, number or threshold`);
    const verification = element(keys.verification, what);
    must(isSignedBy(message, signature, verification), `the signature of ${what} does not hold`);
    return { keys, verification };
  });
}

/** The coefficients that a trustee published, signed together with all certificates. */
function checkedCoefficients(
  certs: SignedMessage[],
  threshold: number,
  { verification }: Signer,
  { message, signature }: SignedMessage,
  together: Proof,
): Powers[] {
  must(isSignedBy(message, signature, verification), 'the signature of coefficients does not hold');
  const { coefexps } = asIs(message, isCoefficients, 'coefficients');
  must(coefexps.length === threshold, 'there are not as many coefficients as the threshold');
  const all = `certs_sig|${JSON.stringify({ certs, coefexps })}`;
  must(isSignedBy(all, together, verification), 'the signature of all certificates does not hold');
  return coefexps.map((text) => element(text, 'a coefficient'));
}

interface Group {
  /** The number of its first trustee, from 1. */
  first: number;
  size: number;
  /** 0: a single trustee, who must decrypt. */
  threshold: number;
}

/** The factor by which the share of `j` counts among those of `present` (section 4.21). */
function lagrange(present: number[], j: number): bigint {
  let [above, below] = [1n, 1n];
  for (const k of present) {
    if (k === j) continue;
    above = (above * BigInt(k)) % order;
    below = (below * BigInt(k - j)) % order;
  }
  return (((above * inverseOf(below)) % order) + order) % order;
}

function inverseOf(value: bigint): bigint {
  let [a, b, u, v] = [((value % order) + order) % order, order, 1n, 0n];
  while (a > 0n) {
    const quotient = b / a;
    [a, b, u, v] = [b % a, a, v - quotient * u, u];
  }
  return v;
}

export class Trustees {
  /** Their public keys, as they are written. */
  readonly keys: string[] = [];
  private readonly groups: Group[] = [];
  private sum: Extended = nothing;

  /** Throws Unsound for what doesn't hold. */
  constructor(text: string, group: string) {
    const kinds = asIs(text, (value): value is unknown[] => Array.isArray(value), "the trustees' keys");
    for (const kind of kinds) this.take(kind, group);
    must(this.keys.length > 0, 'there is no trustee');
  }

  get electionKey(): string {
    return allWritten([this.sum])[0] ?? '';
  }
  /** Of the trustee with that number, from 1. */
  keyOf(owner: number): string {
    const key = this.keys[owner - 1];
    must(key !== undefined, 'a decryption is of no trustee');
    return key;
  }

  private take(kind: unknown, group: string) {
    must(Array.isArray(kind) && kind.length === 2, 'a kind of trustees is not known');
    const [name, parameters] = kind as unknown[];
    if (name === 'Single' && isTrusteeKey(parameters)) {
      this.groups.push({ first: this.keys.length + 1, size: 1, threshold: 0 });
      this.sum = add(this.sum, this.takeKey(parameters, group).point);
    } else if (name === 'Pedersen' && isThresholdParameters(parameters)) {
      this.takePedersen(parameters, group);
    } else throw new Unsound('a kind of trustees is not known');
  }

  private takeKey({ public_key, pok }: TrusteeKey, group: string): Powers {
    const key = element(public_key, "a trustee's key");
    must(isKnown(pok, `pok|${group}|${public_key}|`, key), 'a proof of knowledge of a private key does not hold');
    this.keys.push(public_key);
    return key;
  }

  private takePedersen(parameters: ThresholdParameters, group: string) {
    const { threshold, certs, coefexps, signatures, verification_keys } = parameters;
    const size = certs.length;
    const isComplete = [coefexps, signatures, verification_keys].every((list) => list.length === size);
    must(size > 0 && threshold > 0 && threshold <= size && isComplete, 'the threshold does not fit the trustees');
    const signers = checkedCertificates(parameters, group);
    const coefficients = signers.map((signer, i) =>
      checkedCoefficients(certs, threshold, signer, at(coefexps, i), at(signatures, i)),
    );
    this.groups.push({ first: this.keys.length + 1, size, threshold });
    verification_keys.forEach((key, i) => {
      const { point } = this.takeKey(key, group);
      must(isSame(point, shareOf(coefficients, i + 1)), 'a verification key does not follow from the coefficients');
      const { verification } = at(signers, i);
      const isSigned = key.signature !== undefined && isSignedBy(key.public_key, key.signature, verification);
      must(isSigned, 'the signature of a verification key does not hold');
    });
    for (const [constant] of coefficients) if (constant) this.sum = add(this.sum, constant.point);
  }

  /** Whether these trustees are enough. */
  suffice(decrypted: number[]): boolean {
    return this.groups.every(({ first, size, threshold }) => {
      const present = decrypted.filter((owner) => owner >= first && owner < first + size);
      return present.length >= Math.max(1, threshold);
    });
  }

  /** The factors of those who decrypted, put together. */
  combined(factors: Map<number, Extended>): Extended {
    let product = nothing;
    for (const { first, size, threshold } of this.groups) {
      const present = Array.from({ length: size }, (_, i) => i + 1).filter((i) => factors.has(first + i - 1));
      for (const i of present) {
        const factor = factors.get(first + i - 1) ?? nothing;
        product = add(product, threshold === 0 ? factor : new Powers(factor).power(lagrange(present, i)));
      }
    }
    return product;
  }
}

function at<T>(list: T[], i: number): T {
  const item = list[i];
  if (item === undefined) throw new Unsound('something is missing');
  return item;
}

/** g^(f_1(j) + f_2(j) + ...), of the published g^(coefficients of f_i). */
function shareOf(coefficients: Powers[][], j: number): Extended {
  let share = nothing;
  for (const ofOne of coefficients) {
    let exponent = 1n;
    for (const coefficient of ofOne) {
      share = add(share, coefficient.power(exponent));
      exponent = (exponent * BigInt(j)) % order;
    }
  }
  return share;
}

/** Of each factor that it is the ciphertext's alpha to the power of the trustee's private key; gives the factors. */
export function checkedFactors(
  { decryption_factors, decryption_proofs }: PartialDecryption,
  alphas: string[][],
  fingerprint: string,
  key: string,
  arithmetic: Arithmetic,
): Extended[][] {
  const hasShape = (rows: unknown[][]) =>
    rows.length === alphas.length && rows.every((row, i) => row.length === alphas[i]?.length);
  must(hasShape(decryption_factors) && hasShape(decryption_proofs), 'a decryption is of another tally');
  return alphas.map((row, i) =>
    row.map((alpha, j) => {
      const factor = at(at(decryption_factors, i), j);
      const numbers = numbersOf(at(at(decryption_proofs, i), j));
      const computed = arithmetic.decryption({ key, alpha, factor, ...numbers });
      must(computed !== undefined, 'a decryption factor is not of the group');
      const made = hashNumber(`decrypt|${fingerprint}|${key}|${computed.commitments.join(',')}`);
      must(made === numbers.challenge, 'a proof of a decryption does not hold');
      return computed.factor;
    }),
  );
}
