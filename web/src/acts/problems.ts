// What to tell a person of something that failed.
import type { Problem } from '../api/client';
import { Refused } from '../api/client';

/** This page itself said no; `key` is the sentence that says why, and `values` fill its gaps. */
export class RefusedHere<Key extends string = string> extends Error {
  constructor(
    readonly key: Key,
    cause?: unknown,
    readonly values: Record<string, string> = {},
  ) {
    super(key, { cause });
  }
}

/** The browser, the authenticator, or the person at it gave no passkey. */
export class NoPasskey extends RefusedHere<'no-passkey-given' | 'no-passkeys-here' | 'passkey-is-here-already'> {}

const ofThisPage = (key: string, values: Record<string, string> = {}): Problem => ({
  type: 'about:blank',
  title: '',
  status: 0,
  detail: '',
  key,
  values,
});

/** A refusal in its own words. What is neither the server's nor the authenticator's doing is a mistake of this page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return error instanceof RefusedHere ? ofThisPage(error.key, error.values) : ofThisPage('page-failed');
}

/** The same, for what was just caught: a mistake of this page goes to the console, where whoever mends it looks. */
export function reported(error: unknown): Problem {
  const problem = problemOf(error);
  if (problem.key === 'page-failed') console.error(error);
  return problem;
}
