// A voter's ballot, made on the voter's own device: encrypted, proved to be allowed, signed (Belenios specification 3.0, sections
// 4.8, 4.11 to 4.13, 4.16, 4.17).
import type { Point, Proof } from './group';
import {
  challengeOf,
  fingerprint,
  generator,
  identity,
  mod,
  power,
  powerOfGenerator,
  proveKnowledge,
  randomScalar,
  read,
  written,
} from './group';
import { having, isCount, isText, listOf, optional, parse } from './parse';

export interface Question {
  answers: string[];
  blank?: boolean | undefined;
  min: number;
  max: number;
  question: string;
}

export interface ElectionOnBallot {
  uuid: string;
  public_key: string;
  questions: Question[];
}

const isElection = having<ElectionOnBallot>({
  uuid: isText,
  public_key: isText,
  questions: listOf(
    having<Question>({
      answers: listOf(isText),
      blank: optional((value): value is boolean => typeof value === 'boolean'),
      min: isCount,
      max: isCount,
      question: isText,
    }),
  ),
});
const electionOf = (setup: string) => parse(setup, isElection, 'the election');

/** For each question, 0 or 1 for each value: first whether the vote is blank, where that is allowed. */
export type Choices = number[][];

export interface MadeBallot {
  /** The ballot's canonical JSON: all that leaves the device. */
  text: string;
  credential: string;
  tracker: string;
  /** The random exponents of the encryptions: with them anyone can open the ballot, so they leave only for an audit. */
  randomness: bigint[][];
}

interface Ciphertext {
  alpha: Point;
  beta: Point;
}
interface Statement extends Ciphertext {
  value: bigint;
}

/** Proves that one of the statements holds, without telling which: the others are simulated. */
function prove(statements: Statement[], truth: number, random: bigint, y: Point, prefix: string): Proof[] {
  const w = randomScalar();
  let others = 0n;
  const commitments: Point[] = [];
  const proofs = statements.map(({ alpha, beta, value }, i) => {
    if (i === truth) {
      commitments.push(powerOfGenerator(w), power(y, w));
      return { challenge: 0n, response: 0n };
    }
    const [challenge, response] = [randomScalar(), randomScalar()];
    const without = value === 0n ? beta : beta.subtract(power(generator, value));
    commitments.push(
      powerOfGenerator(response).add(power(alpha, challenge)),
      power(y, response).add(power(without, challenge)),
    );
    others += challenge;
    return { challenge, response };
  });
  const challenge = mod(challengeOf(prefix, commitments) - others);
  proofs[truth] = { challenge, response: mod(w - random * challenge) };
  return proofs.map((proof) => ({ challenge: proof.challenge.toString(), response: proof.response.toString() }));
}

function allowed(question: Question, chosen: number[]): boolean {
  const blank = question.blank === true;
  if (chosen.length !== question.answers.length + (blank ? 1 : 0)) return false;
  if (chosen.some((value) => value !== 0 && value !== 1)) return false;
  const count = chosen.slice(blank ? 1 : 0).reduce((sum, value) => sum + value, 0);
  return blank && chosen[0] === 1 ? count === 0 : count >= question.min && count <= question.max;
}

const textOf = (c: Ciphertext) => `${written(c.alpha)},${written(c.beta)}`;

function makeAnswer(question: Question, chosen: number[], y: Point, prefix: string) {
  if (!allowed(question, chosen)) throw new Error('the question does not allow this choice');
  const randomness = chosen.map(randomScalar);
  const choices = chosen.map((value, i) => {
    const r = randomness[i] ?? 0n;
    const masked = power(y, r);
    return { alpha: powerOfGenerator(r), beta: value === 1 ? masked.add(generator) : masked };
  });
  const whole = `${prefix}|${choices.map(textOf).join(',')}`;
  const at = (i: number, value: bigint): Statement => ({
    ...(choices[i] ?? { alpha: identity, beta: identity }),
    value,
  });
  const individual_proofs = chosen.map((value, i) =>
    prove([at(i, 0n), at(i, 1n)], value, randomness[i] ?? 0n, y, `prove|${prefix}|${textOf(at(i, 0n))}|`),
  );

  const blank = question.blank === true;
  const first = blank ? 1 : 0;
  const sum = choices
    .slice(first)
    .reduce((a, c) => ({ alpha: a.alpha.add(c.alpha), beta: a.beta.add(c.beta) }), { alpha: identity, beta: identity });
  const sumRandom = mod(randomness.slice(first).reduce((a, r) => a + r, 0n));
  const count = chosen.slice(first).reduce((a, value) => a + value, 0);
  const range: Statement[] = [];
  for (let value = question.min; value <= question.max; ++value) range.push({ ...sum, value: BigInt(value) });
  const written_choices = choices.map((c) => ({ alpha: written(c.alpha), beta: written(c.beta) }));
  if (!blank) {
    const overall_proof = prove(range, count - question.min, sumRandom, y, `prove|${whole}|${textOf(sum)}|`);
    return { randomness, answer: { choices: written_choices, individual_proofs, overall_proof } };
  }
  const isBlank = chosen[0] === 1;
  const blankRandom = randomness[0] ?? 0n;
  const blank_proof = prove(
    [at(0, 0n), { ...sum, value: 0n }],
    isBlank ? 1 : 0,
    isBlank ? sumRandom : blankRandom,
    y,
    `bproof0|${whole}|`,
  );
  const overall_proof = prove(
    [at(0, 1n), ...range],
    isBlank ? 0 : 1 + count - question.min,
    isBlank ? blankRandom : sumRandom,
    y,
    `bproof1|${whole}|`,
  );
  return { randomness, answer: { choices: written_choices, individual_proofs, overall_proof, blank_proof } };
}

/** `setup` is the election's JSON, byte for byte as the archive has it; `secret` that of the voter's credential. */
export function castBallot(setup: string, secret: bigint, choices: Choices): MadeBallot {
  const election = electionOf(setup);
  if (choices.length !== election.questions.length) throw new Error('an answer to each question is needed');
  const election_hash = fingerprint(setup);
  const publicOne = written(powerOfGenerator(secret));
  const y = read(election.public_key);
  const made = election.questions.map((question, i) =>
    makeAnswer(question, choices[i] ?? [], y, `${election_hash}|${publicOne}`),
  );
  const unsigned = {
    election_uuid: election.uuid,
    election_hash,
    credential: publicOne,
    answers: made.map(({ answer }) => answer),
  };
  const hash = fingerprint(JSON.stringify(unsigned));
  const text = JSON.stringify({ ...unsigned, signature: { hash, proof: proveKnowledge(secret, `sig|${hash}|`) } });
  return {
    text,
    credential: publicOne,
    tracker: fingerprint(text),
    randomness: made.map(({ randomness }) => randomness),
  };
}

const isBallot = having<{ answers: { choices: { alpha: string; beta: string }[] }[] }>({
  answers: listOf(having({ choices: listOf(having({ alpha: isText, beta: isText })) })),
});

/** Whether the ciphertexts of a ballot, opened with their random exponents, say what the voter chose. */
export function saysWhatWasChosen(setup: string, ballot: string, randomness: bigint[][], choices: Choices): boolean {
  const y = read(electionOf(setup).public_key);
  const { answers } = parse(ballot, isBallot, 'the ballot');
  if (answers.length !== choices.length) return false;
  return answers.every(({ choices: ciphertexts }, i) =>
    ciphertexts.every(({ alpha, beta }, j) => {
      const r = randomness[i]?.[j] ?? 0n;
      const masked = power(y, r);
      const says = choices[i]?.[j] === 1 ? masked.add(generator) : masked;
      return (
        ciphertexts.length === choices[i]?.length && alpha === written(powerOfGenerator(r)) && beta === written(says)
      );
    }),
  );
}
