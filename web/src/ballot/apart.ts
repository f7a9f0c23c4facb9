// Has an election verified apart from the page, which goes on answering: in a worker, which runs WebAssembly and further workers
// (verification.worker.ts). Where the browser lets it have none, it is verified here, by script.
import type { Opening } from './boundProofs';
import { unboundTrustees } from './boundProofs';
import type { Answers, Kind, Tasks } from './colleague';
import { Colleague, NotApart } from './colleague';
import type { Verification } from './verify';
import { verifyArchive } from './verify';

function colleague(): Colleague {
  try {
    return new Colleague(new Worker(new URL('./verification.worker.ts', import.meta.url), { type: 'module' }));
  } catch (error) {
    throw new NotApart(String(error));
  }
}

async function apart<K extends Kind>(kind: K, task: Tasks[K], here: () => Answers[K] | Promise<Answers[K]>) {
  let worker: Colleague | undefined;
  try {
    worker = colleague();
    return await worker.ask(kind, task);
  } catch (error) {
    if (error instanceof NotApart) return await here();
    throw error;
  } finally {
    worker?.dismiss();
  }
}

/** Throws Unsound that says what is wrong. */
export const verifiedApart = (bytes: Uint8Array): Promise<Verification> =>
  apart('verify', { bytes }, () => verifyArchive(bytes));

/** As `unboundTrustees` says. */
export const unboundApart = (text: string, opening: Opening, decrypted: number[]): Promise<number[]> =>
  apart('unbound', { text, opening, decrypted }, () => unboundTrustees(text, opening, decrypted));
