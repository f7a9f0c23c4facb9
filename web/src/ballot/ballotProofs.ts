// One ballot, checked (Belenios specification 3.0, sections 4.11 to 4.13, 4.16, 4.17): that it is of this election, signed with its
// credential, and that each of its answers is one that the question allows.
import type { AnswerComputed, Arithmetic, Branch, OpenCiphertext } from './arithmetic';
import { numbersOf } from './arithmetic';
import { fingerprint, hashNumber, order } from './group';
import { base, times } from './multi';
import type { Answer, Ballot, Ciphertext, Election, Proof, Question } from './spec';
import { canonical, isBallot, must } from './spec';

/** What every ballot of an election is checked against. */
export interface BallotContext {
  election: Election;
  /** Of the election. */
  fingerprint: string;
  /** With its key. */
  arithmetic: Arithmetic;
}

export interface CheckedBallot {
  credential: string;
  tracker: string;
  /** What it adds to the tally. */
  answers: OpenCiphertext[][];
}

/** That one of some branches is true: their challenges add up to the hash of all their commitments. */
interface Claim {
  what: string;
  /** What is hashed before the commitments, once it is known how the sum of the answer is written. */
  prefix: (sum: string) => string;
  branches: Branch[];
}

const textOf = ({ alpha, beta }: Ciphertext) => `${alpha},${beta}`;

const branch = (proof: Proof, about: number | 'sum', value: number): Branch => ({ ...numbersOf(proof), about, value });
const range = (proofs: Proof[], about: number | 'sum', min: number) =>
  proofs.map((proof, i) => branch(proof, about, min + i));

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

/** What must hold of the sum: that as many are chosen as may be, and nothing of a blank vote. */
function claimsOfSum({ blank_proof, overall_proof }: Answer, question: Question, whole: string): Claim[] {
  const what = 'the overall proof does not hold';
  const [isBlank, notBlank] = blank_proof ?? [];
  const [blank, ...others] = overall_proof;
  if (question.blank !== true || !isBlank || !notBlank || !blank)
    return [{ what, prefix: (sum) => `prove|${whole}|${sum}|`, branches: range(overall_proof, 'sum', question.min) }];
  return [
    {
      what: 'the proof about a blank vote does not hold',
      prefix: () => `bproof0|${whole}|`,
      branches: [branch(isBlank, 0, 0), branch(notBlank, 'sum', 0)],
    },
    {
      what,
      prefix: () => `bproof1|${whole}|`,
      branches: [branch(blank, 0, 1), ...range(others, 'sum', question.min)],
    },
  ];
}

function mustHold(claims: Claim[], { sum, commitments }: AnswerComputed) {
  let at = 0;
  for (const { what, prefix, branches } of claims) {
    const written = commitments.slice(at, (at += branches.length)).map(textOf);
    const challenge = branches.reduce((total, { challenge: one }) => total + one, 0n) % order;
    must(hashNumber(prefix(textOf(sum)) + written.join(',')) === challenge, what);
  }
}

/** What an answer adds to the tally, if it is one that the question allows. */
function checkedAnswer(answer: Answer, question: Question, prefix: string, arithmetic: Arithmetic): OpenCiphertext[] {
  must(hasShape(answer, question), "its shape is not the question's");
  const { choices, individual_proofs } = answer;
  const individual = choices.map((choice, i) => ({
    what: 'an individual proof does not hold',
    prefix: () => `prove|${prefix}|${textOf(choice)}|`,
    branches: range(individual_proofs[i] ?? [], i, 0),
  }));
  const claims = [...individual, ...claimsOfSum(answer, question, `${prefix}|${choices.map(textOf).join(',')}`)];
  const computed = arithmetic.answer({
    ciphertexts: choices,
    summedFrom: question.blank === true ? 1 : 0,
    branches: claims.flatMap(({ branches }) => branches),
  });
  must(computed !== undefined, 'a ciphertext is not of the group');
  mustHold(claims, computed);
  return computed.open;
}

/** Its signature: over all before it, by the credential. */
function mustBeSigned({ credential, signature }: Ballot, text: string, arithmetic: Arithmetic) {
  const signed = `${text.slice(0, text.lastIndexOf(',"signature":'))}}`;
  const hash = fingerprint(signed);
  must(signature.hash === hash, 'its signature is of another ballot');
  const numbers = numbersOf(signature.proof);
  const commitment = arithmetic.knowledge(credential, numbers);
  must(commitment !== undefined, 'its credential is not of the group');
  must(hashNumber(`sig|${hash}|${commitment}`) === numbers.challenge, 'its signature does not hold');
}

/** Throws Unsound with what is wrong. */
export function checkedBallot(text: string, { election, fingerprint: hash, arithmetic }: BallotContext): CheckedBallot {
  const ballot = canonical(text, isBallot, 'it');
  const { election_uuid, election_hash, credential, answers } = ballot;
  must(election_uuid === election.uuid && election_hash === hash, 'it was made for another election');
  must(answers.length === election.questions.length, "it does not answer the election's questions");
  mustBeSigned(ballot, text, arithmetic);
  const checked = answers.map((answer, i) => {
    const question = election.questions[i];
    must(question !== undefined, "it does not answer the election's questions");
    return checkedAnswer(answer, question, `${hash}|${credential}`, arithmetic);
  });
  return { credential, tracker: fingerprint(text), answers: checked };
}

/** A ballot of which one is known to hold, so many times. */
export const weighted = (answers: OpenCiphertext[][], weight: bigint): OpenCiphertext[][] =>
  weight === 1n
    ? answers
    : answers.map((row) => row.map(({ alpha, beta }) => ({ alpha: times(alpha, weight), beta: times(beta, weight) })));

/** What a total is checked with: g^count. */
export const powerOfBase = (count: bigint) => times(base, count);
