// What the first page will ask for anyway, asked while the page's own code is still on its way: on a slow line that is half a second.
import { base } from './base';

/** Who takes an answer later than that wants to know what is so by then. */
const fresh_ms = 10_000;

interface Early {
  answer: Promise<Response>;
  at: number;
}
const asked = new Map<string, Early>();

/** Asks for these paths of the community's; whatever fails is asked again by whoever needs it. */
export function askEarly(paths: readonly string[]) {
  for (const path of paths) {
    const answer = fetch(`${base}${path}`);
    answer.catch(() => undefined);
    asked.set(new URL(`${base}${path}`, window.location.origin).href, { answer, at: performance.now() });
  }
}

/** Asks, or takes what was asked early: once, and if it said yes. */
export async function fetchOrTake(request: Request): Promise<Response> {
  const early = request.method === 'GET' ? asked.get(request.url) : undefined;
  asked.delete(request.url);
  if (early === undefined || performance.now() - early.at > fresh_ms) return fetch(request);
  const answer = await early.answer.catch(() => undefined);
  request.signal.throwIfAborted();
  return answer?.ok ? answer : fetch(request);
}
