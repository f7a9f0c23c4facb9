// Verifies a whole election from its archive, as `ccop election verify` does, with nothing but the archive: the chain of events, the keys,
// every ballot, the tally, the decryptions and the result.
import { readArchive } from './archive';
import type { ArithmeticOf } from './arithmetic';
import type { BallotContext, CheckedBallot } from './ballotProofs';
import { checkedBallot } from './ballotProofs';
import { byScript } from './byScript';
import { Count } from './count';
import { isCount, isText, optional } from './parse';
import { canonical, exactly, isResult, must, Unsound } from './spec';

type Check = 'chain' | 'keys' | 'ballots' | 'tally' | 'decryptions' | 'result';

export interface Verification {
  setup: string;
  trustees: string;
  /** The public key of each, in their order. */
  trusteeKeys: string[];
  credentials: string;
  fingerprint: string;
  voters: number;
  /** By their trackers, in their order. */
  ballots: string[];
  counted: number;
  weight: bigint;
  tally?: string;
  /** By the number of the trustee. */
  decryptions: Map<number, string>;
  result?: number[][];
  /** All of which held. */
  checks: Check[];
}

interface Event {
  parent?: string | undefined;
  height: number;
  type: string;
  payload?: string | undefined;
}
const isEvent = exactly<Event>({
  parent: optional(isText),
  height: isCount,
  type: isText,
  payload: optional(isText),
});
const isSetup = exactly<{ election: string; trustees: string; credentials: string }>({
  election: isText,
  trustees: isText,
  credentials: isText,
});
const isSized = exactly<{ num_tallied: number; total_weight: number; encrypted_tally: string }>({
  num_tallied: isCount,
  total_weight: isCount,
  encrypted_tally: isText,
});
const isOwned = exactly<{ owner: number; payload: string }>({ owner: isCount, payload: isText });

type Stage = 'nothing' | 'voting' | 'ended' | 'tallied' | 'decided';

/** With what it is verified. */
export interface Means {
  arithmeticOf: ArithmeticOf;
  /** Has the ballots of an election checked elsewhere. */
  checkBallots: (setup: string, context: BallotContext) => (text: string) => Promise<CheckedBallot>;
}

/** One ballot after the other. */
export const alone = (arithmeticOf: ArithmeticOf = byScript): Means => ({
  arithmeticOf,
  // An async function's error is its promise's.
  checkBallots: (_, context) => async (text) => Promise.resolve(checkedBallot(text, context)),
});

/** A ballot that is being checked, and which event says so. */
interface Pending {
  what: string;
  checked: Promise<CheckedBallot>;
}

async function within<T>(what: string, does: () => T | Promise<T>): Promise<T> {
  try {
    return await does();
  } catch (error) {
    throw error instanceof Unsound ? new Unsound(`${what}: ${error.message}`) : error;
  }
}

/** Reads events in their order: `stage` says which may come next. */
class Verifier {
  private stage: Stage = 'nothing';
  private height = 0;
  private last?: string;
  private readonly pending = new Map<string, string>();
  private count?: Count;
  private check?: (text: string) => Promise<CheckedBallot>;
  private beingChecked: Pending[] = [];
  private readonly found: Verification = {
    setup: '',
    trustees: '',
    trusteeKeys: [],
    credentials: '',
    fingerprint: '',
    voters: 0,
    ballots: [],
    counted: 0,
    weight: 0n,
    decryptions: new Map(),
    checks: ['chain'],
  };

  constructor(private readonly means: Means) {}

  /** Data comes before the event that refers to it. */
  keep(hash: string, text: string) {
    this.pending.set(hash, text);
  }

  async event(hash: string, text: string) {
    const event = canonical(text, isEvent, `event ${this.height}`);
    const what = `event ${this.height} (${event.type})`;
    must(event.height === this.height, `${what} is not numbered in order`);
    must(event.parent === this.last, `${what} does not refer to the event before it`);
    this.height += 1;
    this.last = hash;
    if (event.type !== 'Ballot') await this.ballotsAreChecked();
    await within(what, () => {
      this.dispatch(event, what);
    });
  }

  /** Takes the ballots so far, in their order: which of them is wrong first does not depend on who was checked first. */
  async ballotsAreChecked() {
    const all = this.beingChecked;
    this.beingChecked = [];
    for (const { what, checked } of all)
      await within(what, async () => {
        const ballot = await checked;
        this.counting.take(ballot);
        this.found.ballots.push(ballot.tracker);
      });
  }

  private dispatch({ type, payload }: Event, what: string) {
    if (type === 'Setup') this.in('nothing').setUp(payload);
    else if (type === 'Ballot') this.in('voting').ballot(payload, what);
    else if (type === 'EndBallots') this.in('voting').end(payload);
    else if (type === 'EncryptedTally') this.in('ended').tally(payload);
    else if (type === 'PartialDecryption') this.in('tallied').decryption(payload);
    else if (type === 'Result') this.in('tallied').result(payload);
    else throw new Unsound('it is of a kind that is not verified here');
  }

  private in(stage: Stage): this {
    must(this.stage === stage, 'it does not belong here');
    return this;
  }

  private take(hash: string | undefined): string {
    const text = this.pending.get(hash ?? '');
    must(text !== undefined, 'it refers to data that is missing');
    this.pending.delete(hash ?? '');
    return text;
  }

  private get counting(): Count {
    if (!this.count) throw new Unsound('there is no election');
    return this.count;
  }

  private setUp(payload?: string) {
    const setup = canonical(this.take(payload), isSetup, 'the setup');
    const found = this.found;
    found.setup = this.take(setup.election);
    found.trustees = this.take(setup.trustees);
    found.credentials = this.take(setup.credentials);
    this.count = new Count(found.setup, found.trustees, found.credentials, this.means.arithmeticOf);
    this.check = this.means.checkBallots(found.setup, this.count.context);
    found.fingerprint = this.count.fingerprint;
    found.trusteeKeys = this.count.trustees.keys;
    found.voters = this.count.voters;
    found.checks.push('keys');
    this.stage = 'voting';
  }

  private ballot(payload: string | undefined, what: string) {
    const checked = this.check?.(this.take(payload));
    if (!checked) return;
    checked.catch(() => undefined); // it is told when its turn comes
    this.beingChecked.push({ what, checked });
  }

  private end(payload?: string) {
    must(payload === undefined, 'it has a payload');
    this.found.checks.push('ballots');
    this.stage = 'ended';
  }

  private tally(payload?: string) {
    const sized = canonical(this.take(payload), isSized, 'the tally');
    const { counted, weight } = this.counting;
    const isOfAll = sized.num_tallied === counted && BigInt(sized.total_weight) === weight;
    must(isOfAll, 'the tally is of another number of ballots than were cast');
    this.found.tally = this.take(sized.encrypted_tally);
    this.counting.mustBeTally(this.found.tally);
    this.found.checks.push('tally');
    this.stage = 'tallied';
  }

  private decryption(payload?: string) {
    const { owner, payload: hash } = canonical(this.take(payload), isOwned, 'a decryption');
    const text = this.take(hash);
    this.counting.decrypted(owner, text);
    this.found.decryptions.set(owner, text);
  }

  private result(payload?: string) {
    const { result } = canonical(this.take(payload), isResult, 'the result');
    this.counting.mustBeResult(result);
    this.found.result = result;
    this.found.checks.push('decryptions', 'result');
    this.stage = 'decided';
  }

  async done(): Promise<Verification> {
    await this.ballotsAreChecked();
    must(this.stage !== 'nothing', 'the archive holds no election');
    if (this.stage === 'voting') this.found.checks.push('ballots');
    return { ...this.found, counted: this.counting.counted, weight: this.counting.weight };
  }
}

/** How long the page may be kept from answering. */
const slice_ms = 40;

/** Lets the page answer in between. */
function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice_ms) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

/** Throws Unsound that says what is wrong. */
export async function verifyArchive(bytes: Uint8Array, means = alone()): Promise<Verification> {
  const verifier = new Verifier(means);
  const breathe = breathing();
  try {
    for (const { isEvent: isOne, hash, text } of readArchive(bytes)) {
      if (isOne) await verifier.event(hash, text);
      else verifier.keep(hash, text);
      await breathe();
    }
  } catch (error) {
    await verifier.ballotsAreChecked(); // what is wrong with one of them comes first
    throw error;
  }
  return verifier.done();
}

/** Of the beginning alone: the election, its keys and its voters. Throws Unsound. */
export async function verifyOpening(bytes: Uint8Array): Promise<Verification> {
  const verifier = new Verifier(alone());
  for (const { isEvent: isOne, hash, text } of readArchive(bytes)) {
    if (!isOne) verifier.keep(hash, text);
    else {
      await verifier.event(hash, text);
      break;
    }
  }
  return verifier.done();
}
