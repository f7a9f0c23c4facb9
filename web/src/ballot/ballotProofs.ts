// One ballot, checked (Belenios specification 3.0, sections 4.11 to 4.13, 4.16, 4.17): that it is of this election, signed with its
// credential, and that each of its answers is one that the question allows.
import { fingerprint, hashNumber, order } from './group';
import type { Extended } from './multi';
import { add, allWritten, base, decoded, negated, nothing, Powers, times } from './multi';
import type { Table } from './multi';
import type { Answer, Ballot, Ciphertext, Election, Proof, Question } from './spec';
import { canonical, isBallot, must } from './spec';
import { generatorPowers } from './trusteeKeys';

/** What every ballot of an election is checked against. */
export interface BallotContext {
  election: Election;
  /** Of the election. */
  fingerprint: string;
  /** Powers of its key. */
  key: Table;
}

export interface OpenCiphertext {
  alpha: Extended;
  beta: Extended;
}

export interface CheckedBallot {
  credential: string;
  tracker: string;
  /** What it adds to the tally. */
  answers: OpenCiphertext[][];
}

interface CiphertextPowers {
  alpha: Powers;
  beta: Powers;
}

/** That a ciphertext encrypts `value`. */
interface Branch {
  proof: Proof;
  ciphertext: CiphertextPowers;
  value: number;
}

/** Whose commitments hash to `challenge`; they are written together, since that takes one inversion. */
interface Claim {
  what: string;
  prefix: string;
  commitments: Extended[];
  challenge: bigint;
}

const sumOf = (choices: OpenCiphertext[]): OpenCiphertext =>
  choices.reduce((sum, { alpha, beta }) => ({ alpha: add(sum.alpha, alpha), beta: add(sum.beta, beta) }), {
    alpha: nothing,
    beta: nothing,
  });

const powersOf = ({ alpha, beta }: OpenCiphertext): CiphertextPowers => ({
  alpha: new Powers(alpha),
  beta: new Powers(beta),
});
const textOf = ({ alpha, beta }: Ciphertext) => `${alpha},${beta}`;

/** A = g^response alpha^challenge, B = y^response (beta / g^value)^challenge. */
function commitmentsOf({ proof, ciphertext, value }: Branch, key: Table): Extended[] {
  const [challenge, response] = [BigInt(proof.challenge), BigInt(proof.response)];
  const a = add(generatorPowers().power(response), ciphertext.alpha.power(challenge));
  const b = add(key.power(response), ciphertext.beta.power(challenge));
  if (value === 0) return [a, b];
  return [a, add(b, negated(generatorPowers().power((challenge * BigInt(value)) % order)))];
}

/** That one of the branches is true: their challenges add up to the hash of all their commitments. */
const oneHolds = (branches: Branch[], key: Table, prefix: string, what: string): Claim => ({
  what,
  prefix,
  commitments: branches.flatMap((branch) => commitmentsOf(branch, key)),
  challenge: branches.reduce((sum, { proof }) => sum + BigInt(proof.challenge), 0n) % order,
});

function hasShape(answer: Answer, { answers, blank = false, min, max }: Question): boolean {
  const values = answers.length + (blank ? 1 : 0);
  return (
    answer.choices.length === values &&
    answer.individual_proofs.length === values &&
    answer.individual_proofs.every((proofs) => proofs.length === 2) &&
    answer.overall_proof.length === max - min + 1 + (blank ? 1 : 0) &&
    (blank ? answer.blank_proof?.length === 2 : answer.blank_proof === undefined)
  );
}

function opened(choices: Ciphertext[]): { open: OpenCiphertext[]; powers: CiphertextPowers[] } {
  const what = 'a ciphertext is not of the group';
  const open = choices.map(({ alpha, beta }) => {
    const [a, b] = [decoded(alpha), decoded(beta)];
    must(a !== undefined && b !== undefined, what);
    return { alpha: a, beta: b };
  });
  const powers = open.map(powersOf);
  must(
    powers.every(({ alpha, beta }) => alpha.isInSubgroup && beta.isInSubgroup),
    what,
  );
  return { open, powers };
}

const range = (proofs: Proof[], ciphertext: CiphertextPowers, min: number): Branch[] =>
  proofs.map((proof, i) => ({ proof, ciphertext, value: min + i }));

/** What must hold of one answer. */
function claimsOf(answer: Answer, question: Question, prefix: string, key: Table) {
  must(hasShape(answer, question), "its shape is not the question's");
  const { open, powers } = opened(answer.choices);
  const claims = powers.map((ciphertext, i) =>
    oneHolds(
      range(answer.individual_proofs[i] ?? [], ciphertext, 0),
      key,
      `prove|${prefix}|${textOf(answer.choices[i] ?? { alpha: '', beta: '' })}|`,
      'an individual proof does not hold',
    ),
  );
  const whole = `${prefix}|${answer.choices.map(textOf).join(',')}`;
  const what = 'the overall proof does not hold';
  const [first] = powers;
  const [isBlank, notBlank] = answer.blank_proof ?? [];
  if (question.blank === true && first && isBlank && notBlank) {
    const sum = powersOf(sumOf(open.slice(1)));
    const about = [
      { proof: isBlank, ciphertext: first, value: 0 },
      { proof: notBlank, ciphertext: sum, value: 0 },
    ];
    claims.push(oneHolds(about, key, `bproof0|${whole}|`, 'the proof about a blank vote does not hold'));
    const [blank, ...others] = answer.overall_proof;
    const either = blank ? [{ proof: blank, ciphertext: first, value: 1 }] : [];
    claims.push(oneHolds([...either, ...range(others, sum, question.min)], key, `bproof1|${whole}|`, what));
  } else {
    const sum = sumOf(open);
    const text = allWritten([sum.alpha, sum.beta]).join(',');
    claims.push(
      oneHolds(range(answer.overall_proof, powersOf(sum), question.min), key, `prove|${whole}|${text}|`, what),
    );
  }
  return { open, claims };
}

/** Its signature: over all before it, by the credential. */
function signatureClaim({ credential, signature }: Ballot, text: string): Claim {
  const signed = `${text.slice(0, text.lastIndexOf(',"signature":'))}}`;
  const hash = fingerprint(signed);
  must(signature.hash === hash, 'its signature is of another ballot');
  const point = decoded(credential);
  const powers = point && new Powers(point);
  must(powers?.isInSubgroup === true, 'its credential is not of the group');
  const challenge = BigInt(signature.proof.challenge);
  const commitment = add(generatorPowers().power(BigInt(signature.proof.response)), powers.power(challenge));
  return { what: 'its signature does not hold', prefix: `sig|${hash}|`, commitments: [commitment], challenge };
}

function mustHold(claims: Claim[]) {
  const texts = allWritten(claims.flatMap(({ commitments }) => commitments));
  let at = 0;
  for (const { what, prefix, commitments, challenge } of claims) {
    const written = texts.slice(at, (at += commitments.length)).join(',');
    must(hashNumber(prefix + written) === challenge, what);
  }
}

/** Throws Unsound with what is wrong. */
export function checkedBallot(text: string, { election, fingerprint: hash, key }: BallotContext): CheckedBallot {
  const ballot = canonical(text, isBallot, 'it');
  const { election_uuid, election_hash, credential, answers } = ballot;
  must(election_uuid === election.uuid && election_hash === hash, 'it was made for another election');
  must(answers.length === election.questions.length, "it does not answer the election's questions");
  const claims = [signatureClaim(ballot, text)];
  const checked = answers.map((answer, i) => {
    const question = election.questions[i];
    must(question !== undefined, "it does not answer the election's questions");
    const { open, claims: its } = claimsOf(answer, question, `${hash}|${credential}`, key);
    claims.push(...its);
    return open;
  });
  mustHold(claims);
  return { credential, tracker: fingerprint(text), answers: checked };
}

/** A ballot of which one is known to hold, so many times. */
export const weighted = (answers: OpenCiphertext[][], weight: bigint): OpenCiphertext[][] =>
  weight === 1n
    ? answers
    : answers.map((row) => row.map(({ alpha, beta }) => ({ alpha: times(alpha, weight), beta: times(beta, weight) })));

/** What a total is checked with: g^count. */
export const powerOfBase = (count: bigint) => times(base, count);
