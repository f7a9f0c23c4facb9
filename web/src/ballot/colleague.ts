// What verifies elections in workers is asked, and how: one thing after the other.
import type { CheckedBallot } from './ballotProofs';
import type { Opening } from './boundProofs';
import { Unsound } from './spec';
import type { Verification } from './verify';

/** What a worker is asked. */
export interface Tasks {
  verify: { bytes: Uint8Array };
  unbound: { text: string; opening: Opening; decrypted: number[] };
  /** Of the election of which the ballots are: `module` is nothing where the browser refuses WebAssembly. */
  election: { module: WebAssembly.Module | undefined; setup: string; key: string };
  ballot: { text: string };
}
/** And what it answers. */
export interface Answers {
  verify: Verification;
  unbound: number[];
  election: null;
  ballot: CheckedBallot;
}
export type Kind = keyof Tasks;
export type Answer = { done: Answers[Kind] } | { unsound: string } | { failed: string };

/** The worker can't be had, or ended: nothing is said about the election. */
export class NotApart extends Error {}

/** Asks one thing after the other. */
export class Colleague {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly worker: Worker) {}

  ask<K extends Kind>(kind: K, task: Tasks[K]): Promise<Answers[K]> {
    const answered = this.last.then(() => this.answer(kind, task));
    this.last = answered.catch(() => undefined);
    return answered;
  }

  private answer<K extends Kind>(kind: K, task: Tasks[K]): Promise<Answers[K]> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ('done' in data) resolve(data.done as Answers[K]);
        else reject('unsound' in data ? new Unsound(data.unsound) : new NotApart(data.failed));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new NotApart(event.message));
      };
      worker.postMessage({ kind, task });
    });
  }

  dismiss() {
    this.worker.terminate();
  }
}
