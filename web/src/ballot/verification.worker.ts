// Verifies elections in a worker: the one that the page asks reads the archive, and has the ballots checked by others like it, one for
// each processor. Whoever starts one gives it one thing to do at a time (colleague.ts).
import type { ArithmeticOf } from './arithmetic';
import type { BallotContext, CheckedBallot } from './ballotProofs';
import { checkedBallot } from './ballotProofs';
import { unboundTrustees } from './boundProofs';
import { byScript } from './byScript';
import { byWasm } from './byWasm';
import type { Answer, Kind, Tasks } from './colleague';
import { Colleague } from './colleague';
import { fingerprint } from './group';
import address from './proofs.wasm?url';
import type { Election } from './spec';
import { Unsound } from './spec';
import { alone, verifyArchive } from './verify';

/** Nothing where the browser refuses it, or has none. */
async function compiled(): Promise<WebAssembly.Module | undefined> {
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    return undefined;
  }
}

/** By script, wherever WebAssembly does not run. */
const arithmeticBy =
  (module: WebAssembly.Module | undefined): ArithmeticOf =>
  (key) => {
    try {
      return module ? byWasm(module)(key) : byScript(key);
    } catch {
      return byScript(key);
    }
  };

/** More would want more memory than they save time. */
const most = 16;

/** Others like this one, who check the ballots of one election. */
class Company {
  private readonly all: Colleague[] = [];
  private readonly idle: Colleague[] = [];
  private readonly waiting: ((colleague: Colleague) => void)[] = [];

  constructor(private readonly about: Tasks['election']) {}

  async check(text: string): Promise<CheckedBallot> {
    const colleague = await this.somebody();
    try {
      return await colleague.ask('ballot', { text });
    } finally {
      const next = this.waiting.shift();
      if (next) next(colleague);
      else this.idle.push(colleague);
    }
  }

  /** Who has nothing to do; a new one, as long as there are processors. */
  private somebody(): Promise<Colleague> {
    const idle = this.idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.all.length >= Math.min(most, navigator.hardwareConcurrency))
      return new Promise((resolve) => this.waiting.push(resolve));
    const hired = new Colleague(new Worker(self.location.href, { type: 'module' }));
    this.all.push(hired);
    void hired.ask('election', this.about).catch(() => undefined);
    return Promise.resolve(hired);
  }
}

async function verify({ bytes }: Tasks['verify']) {
  const module = await compiled();
  const arithmeticOf = arithmeticBy(module);
  // Not every browser lets a worker have others.
  if (typeof Worker === 'undefined') return verifyArchive(bytes, alone(arithmeticOf));
  return verifyArchive(bytes, {
    arithmeticOf,
    checkBallots: (setup, { election }) => {
      const company = new Company({ module, setup, key: election.public_key });
      return (text) => company.check(text);
    },
  });
}

const unbound = async ({ text, opening, decrypted }: Tasks['unbound']) =>
  unboundTrustees(text, opening, decrypted, arithmeticBy(await compiled()));

let context: BallotContext | undefined;

/** The election was read by whoever says so. */
function takeElection({ module, setup, key }: Tasks['election']): null {
  const election = JSON.parse(setup) as Election;
  context = { election, fingerprint: fingerprint(setup), arithmetic: arithmeticBy(module)(key) };
  return null;
}

function ballot({ text }: Tasks['ballot']): CheckedBallot {
  if (!context) throw new Error('a ballot of no election');
  return checkedBallot(text, context);
}

const does: { [K in Kind]: (task: Tasks[K]) => unknown } = { verify, unbound, election: takeElection, ballot };

async function answered<K extends Kind>({ kind, task }: { kind: K; task: Tasks[K] }): Promise<Answer> {
  try {
    return { done: (await does[kind](task)) as never };
  } catch (error) {
    if (error instanceof Unsound) return { unsound: error.message };
    return { failed: String(error) };
  }
}

self.onmessage = ({ data }: MessageEvent<{ kind: Kind; task: never }>) => {
  void answered(data).then((answer) => {
    self.postMessage(answer);
  });
};
