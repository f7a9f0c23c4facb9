// An election counted on this device: its keys, its ballots with all their proofs, the sum of the last ballot of each voter, what trustees
// decrypted of it, and what comes of that. Whoever calls says where these come from; here nothing is believed of them.
import type { ArithmeticOf, OpenCiphertext } from './arithmetic';
import type { BallotContext, CheckedBallot } from './ballotProofs';
import { checkedBallot, powerOfBase, weighted } from './ballotProofs';
import { byScript } from './byScript';
import { fingerprint } from './group';
import type { Extended } from './multi';
import { add, allWritten, isSame, negated, nothing } from './multi';
import { isText, listOf } from './parse';
import type { Ciphertext, Election } from './spec';
import { asIs, canonical, isElection, isPartialDecryption, isTally, must } from './spec';
import { checkedFactors, Trustees } from './trusteeKeys';

const largestWeight = 2n ** 40n;

function readElection(text: string): Election {
  const election = asIs(text, isElection, 'the election');
  must(election.version === 1, "the election's version is not 1, the only one known here");
  must(election.group === 'Ed25519', `the election's group is ${election.group}, and only Ed25519 is known here`);
  for (const { min, max, answers } of election.questions)
    must(min <= max && max <= answers.length && answers.length > 0, 'a question asks for more than it has answers');
  return election;
}

/** What ballots weigh, by the public credentials that sign them. */
function readCredentials(text: string): Map<string, bigint> {
  const weights = new Map<string, bigint>();
  for (const line of asIs(text, listOf(isText), 'the credentials')) {
    const [credential = '', weight = '1', ...more] = line.split(',');
    must(more.length === 0 && /^\d{1,20}$/.test(weight), 'a weight is no positive number');
    must(BigInt(weight) > 0n && BigInt(weight) <= largestWeight, 'a weight is no positive number');
    must(!weights.has(credential), 'a credential is there twice');
    weights.set(credential, BigInt(weight));
  }
  return weights;
}

export class Count {
  readonly election: Election;
  readonly fingerprint: string;
  readonly trustees: Trustees;
  /** What ballots are checked against. */
  readonly context: BallotContext;
  private readonly weights: Map<string, bigint>;
  private readonly last = new Map<string, CheckedBallot>();
  private readonly factors = new Map<number, Extended[][]>();
  private sums?: OpenCiphertext[][];
  private written?: Ciphertext[][];
  ballots = 0;

  /** Of the texts as they are hashed. Throws Unsound. */
  constructor(setup: string, trustees: string, credentials: string, arithmeticOf: ArithmeticOf = byScript) {
    this.election = readElection(setup);
    this.fingerprint = fingerprint(setup);
    this.trustees = new Trustees(trustees, this.election.group);
    const key = this.trustees.electionKey;
    must(key === this.election.public_key, "the election's key is not the product of the trustees' keys");
    this.weights = readCredentials(credentials);
    this.context = {
      election: this.election,
      fingerprint: this.fingerprint,
      arithmetic: arithmeticOf(key),
    };
  }

  /** The voters on the list. */
  get voters() {
    return this.weights.size;
  }
  /** Whose last ballot counts. */
  get counted() {
    return this.last.size;
  }
  get weight(): bigint {
    return [...this.last.keys()].reduce((sum, credential) => sum + this.weightOf(credential), 0n);
  }
  private weightOf(credential: string): bigint {
    return this.weights.get(credential) ?? 0n;
  }

  /** Takes the next ballot, which replaces an earlier one of its credential. */
  add(text: string) {
    this.take(checkedBallot(text, this.context));
  }

  /** The same of one that was checked against the context. */
  take(ballot: CheckedBallot) {
    must(this.weights.has(ballot.credential), "it is signed with no voter's credential");
    this.last.set(ballot.credential, ballot);
    this.ballots += 1;
  }

  /** Of the last ballots; from now on no further one is taken. */
  private totals(): OpenCiphertext[][] {
    if (this.sums) return this.sums;
    const empty = this.election.questions.map(({ answers, blank }) =>
      Array.from({ length: answers.length + (blank ? 1 : 0) }, () => ({ alpha: nothing, beta: nothing })),
    );
    this.sums = [...this.last].reduce((sums, [credential, { answers }]) => {
      const more = weighted(answers, this.weightOf(credential));
      return sums.map((row, i) =>
        row.map(({ alpha, beta }, j) => {
          const other = more[i]?.[j];
          return other ? { alpha: add(alpha, other.alpha), beta: add(beta, other.beta) } : { alpha, beta };
        }),
      );
    }, empty);
    return this.sums;
  }

  private writtenTotals(): Ciphertext[][] {
    this.written ??= this.totals().map((row) => {
      const texts = allWritten(row.flatMap(({ alpha, beta }) => [alpha, beta]));
      return row.map((_, i) => ({ alpha: texts[2 * i] ?? '', beta: texts[2 * i + 1] ?? '' }));
    });
    return this.written;
  }

  /** The encrypted tally, as it is hashed. */
  tally(): string {
    return JSON.stringify(this.writtenTotals());
  }

  mustBeTally(text: string) {
    canonical(text, isTally, 'the tally');
    must(text === this.tally(), 'the encrypted tally is not the product of the ballots');
  }

  /** Takes the partial decryption of the trustee with that number, from 1. */
  decrypted(owner: number, text: string) {
    must(!this.factors.has(owner), 'a trustee decrypted twice');
    const key = this.trustees.keyOf(owner);
    const alphas = this.writtenTotals().map((row) => row.map(({ alpha }) => alpha));
    const decryption = canonical(text, isPartialDecryption, 'a decryption');
    this.factors.set(owner, checkedFactors(decryption, alphas, this.fingerprint, key, this.context.arithmetic));
  }

  /** Whether these are the totals that were decrypted. */
  mustBeResult(result: number[][]) {
    const sums = this.totals();
    must(this.trustees.suffice([...this.factors.keys()]), 'too few trustees decrypted');
    must(
      result.length === sums.length && result.every((row, i) => row.length === sums[i]?.length),
      'the result is of another tally',
    );
    sums.forEach((row, i) =>
      row.forEach(({ beta }, j) => {
        const factors = new Map<number, Extended>();
        for (const [owner, rows] of this.factors) {
          const factor = rows[i]?.[j];
          if (factor) factors.set(owner, factor);
        }
        const claimed = BigInt(result[i]?.[j] ?? 0);
        const holds =
          claimed <= this.weight && isSame(add(beta, negated(this.trustees.combined(factors))), powerOfBase(claimed));
        must(holds, `the result of question ${i + 1} is not what was decrypted`);
      }),
    );
  }
}
