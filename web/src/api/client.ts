// The API as generated from its OpenAPI document; every call of the page goes through here.
import createClient from 'openapi-fetch';

import { signInAgain } from './again';
import { base } from './base';
import { hearClock } from './clock';
import { fetchOrTake } from './early';
import type { components, paths } from './schema';

export { base, slug } from './base';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export const api = createClient<paths>({ baseUrl: base, fetch: fetchOrTake });

/** How each that is under way is made once more. */
const again = new WeakMap<Request, () => Request>();
/** Where one is not signed in, and nothing ends. */
const isDoor = (url: string) => /\/api\/(sign-in|sign-out|challenge)$/.test(new URL(url).pathname);

// What a sign-in that ended was asked for is asked again by the one after it.
api.use({
  onRequest: async ({ request }) => {
    if (isDoor(request.url)) return undefined;
    const { url, method, headers, signal } = request;
    // A copy of a request would make streams of both bodies, so it is read.
    const body = method === 'GET' ? null : await request.arrayBuffer();
    const make = () => new Request(url, { method, headers, signal, body });
    const made = make();
    again.set(made, make);
    return made;
  },
  onResponse: async ({ request, response }) => {
    const make = again.get(request);
    if (response.status !== 401 || make === undefined || !(await signInAgain())) return undefined;
    return fetch(make());
  },
});

/** The server's answer was no; `problem` says why, in words and with the clause. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The data of an answer; throws what the server said where it said no. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch(() => ({
    data: undefined,
    error: unreachable,
    response: undefined,
  }));
  if (response) hearClock(response.headers.get('date'));
  if (data !== undefined) return data;
  throw new Refused(isProblem(error) ? error : unreachable);
}

const unreachable: Problem = { type: 'about:blank', title: 'Unreachable', status: 0, detail: '', key: 'unreachable' };

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'key' in value;
}
