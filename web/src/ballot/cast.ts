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

/** A ciphertext of one's own, or a sum of them, with what it encrypts and the exponent that hides it. */
interface Own extends Ciphertext {
  holds: bigint;
  random: bigint;
}
/** That it encrypts `value`. */
interface Statement {
  own: Own;
  value: bigint;
}

let lastKey: { text: string; point: Point } | undefined;

/** An election's key, whose powers are prepared once, and the generator's with it: a ballot takes some of either for each answer. */
function keyOf({ public_key: text, questions }: ElectionOnBallot): Point {
  if (lastKey?.text !== text) {
    const values = questions.reduce((sum, { answers }) => sum + answers.length, 0);
    const bits = values < many ? 6 : 8;
    if (bits === 8) generator.precompute(bits);
    lastKey = { text, point: read(text).precompute(bits) };
  }
  return lastKey.point;
}
/** Of fewer answers tables of digits of 8 bits would take longer to make than a ballot gains. */
const many = 100;

/** Makes the proofs of one ballot. */
class Prover {
  private readonly shift = randomScalar();
  private readonly shifted = powerOfGenerator(this.shift);

  constructor(readonly y: Point) {}

  encrypt(holds: number): Own {
    const random = randomScalar();
    const masked = power(this.y, random);
    return {
      alpha: powerOfGenerator(random),
      beta: holds === 1 ? masked.add(generator) : masked,
      holds: BigInt(holds),
      random,
    };
  }

  /** g^exponent; the exponent may be 0, which nobody shall see. */
  private powerOfSecret(exponent: bigint): Point {
    return powerOfGenerator(mod(exponent + this.shift)).subtract(this.shifted);
  }

  /**
   * Proves that one of the statements holds, without telling which: the others are simulated. Their commitments, g^response alpha^challenge
   * and y^response (beta / g^value)^challenge, are powers of g and y alone for whoever knows alpha = g^random and beta = y^random g^holds.
   */
  prove(statements: Statement[], truth: number, prefix: string): Proof[] {
    const w = randomScalar();
    let others = 0n;
    const commitments: Point[] = [];
    const proofs = statements.map(({ own: { random, holds }, value }, i) => {
      if (i === truth) {
        commitments.push(powerOfGenerator(w), power(this.y, w));
        return { challenge: 0n, response: 0n };
      }
      const [challenge, response] = [randomScalar(), randomScalar()];
      const exponent = mod(response + random * challenge);
      commitments.push(
        powerOfGenerator(exponent),
        power(this.y, exponent).add(this.powerOfSecret((holds - value) * challenge)),
      );
      others += challenge;
      return { challenge, response };
    });
    const challenge = mod(challengeOf(prefix, commitments) - others);
    proofs[truth] = { challenge, response: mod(w - (statements[truth]?.own.random ?? 0n) * challenge) };
    return proofs.map((proof) => ({ challenge: proof.challenge.toString(), response: proof.response.toString() }));
  }
}

const nothing: Own = { alpha: identity, beta: identity, holds: 0n, random: 0n };

const sumOf = (all: Own[]): Own =>
  all.reduce(
    (sum, { alpha, beta, holds, random }) => ({
      alpha: sum.alpha.add(alpha),
      beta: sum.beta.add(beta),
      holds: sum.holds + holds,
      random: mod(sum.random + random),
    }),
    nothing,
  );

function allowed(question: Question, chosen: number[]): boolean {
  const blank = question.blank === true;
  if (chosen.length !== question.answers.length + (blank ? 1 : 0)) return false;
  if (chosen.some((value) => value !== 0 && value !== 1)) return false;
  const count = chosen.slice(blank ? 1 : 0).reduce((sum, value) => sum + value, 0);
  return blank && chosen[0] === 1 ? count === 0 : count >= question.min && count <= question.max;
}

const textOf = (c: Ciphertext) => `${written(c.alpha)},${written(c.beta)}`;

function makeAnswer(question: Question, chosen: number[], prover: Prover, prefix: string) {
  if (!allowed(question, chosen)) throw new Error('the question does not allow this choice');
  const owns = chosen.map((value) => prover.encrypt(value));
  const randomness = owns.map(({ random }) => random);
  const choices = owns.map(({ alpha, beta }) => ({ alpha: written(alpha), beta: written(beta) }));
  const texts = choices.map(({ alpha, beta }) => `${alpha},${beta}`);
  const whole = `${prefix}|${texts.join(',')}`;
  const individual_proofs = owns.map((own, i) =>
    prover.prove(
      [0n, 1n].map((value) => ({ own, value })),
      chosen[i] ?? 0,
      `prove|${prefix}|${texts[i] ?? ''}|`,
    ),
  );

  const blank = question.blank === true;
  const sum = sumOf(blank ? owns.slice(1) : owns);
  const count = Number(sum.holds);
  const range: Statement[] = [];
  for (let value = question.min; value <= question.max; ++value) range.push({ own: sum, value: BigInt(value) });
  if (!blank) {
    const overall_proof = prover.prove(range, count - question.min, `prove|${whole}|${textOf(sum)}|`);
    return { randomness, answer: { choices, individual_proofs, overall_proof } };
  }
  const own = owns[0] ?? nothing;
  const isBlank = chosen[0] === 1;
  const about = [own, sum].map((one) => ({ own: one, value: 0n }));
  const blank_proof = prover.prove(about, isBlank ? 1 : 0, `bproof0|${whole}|`);
  const overall_proof = prover.prove(
    [{ own, value: 1n }, ...range],
    isBlank ? 0 : 1 + count - question.min,
    `bproof1|${whole}|`,
  );
  return { randomness, answer: { choices, individual_proofs, overall_proof, blank_proof } };
}

/** `setup` is the election's JSON, byte for byte as the archive has it; `secret` that of the voter's credential. */
export function castBallot(setup: string, secret: bigint, choices: Choices): MadeBallot {
  const election = electionOf(setup);
  if (choices.length !== election.questions.length) throw new Error('an answer to each question is needed');
  const election_hash = fingerprint(setup);
  const publicOne = written(powerOfGenerator(secret));
  const prover = new Prover(keyOf(election));
  const made = election.questions.map((question, i) =>
    makeAnswer(question, choices[i] ?? [], prover, `${election_hash}|${publicOne}`),
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
  const y = keyOf(electionOf(setup));
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
