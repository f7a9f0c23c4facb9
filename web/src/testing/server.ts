// Stands for the server in tests of components: gives the answers that a test says, and keeps what was asked.
import { Log } from './log';

export interface Asked {
  /** Such as `GET /api/me`. */
  what: string;
  body: unknown;
}

type Answer = unknown | ((body: unknown, query: URLSearchParams) => unknown);

let answers = new Map<string, Answer>();
export const asked: Asked[] = [];

/** What is asked in this way from now on is answered so; a function makes each answer from the body and the query. */
export function answersTo(what: string, answer: Answer) {
  answers.set(what, answer);
}

/** An answer that says no, as problem details. */
export class No {
  constructor(
    readonly status: number,
    readonly key: string,
    readonly clause?: { number: string; title: string },
  ) {}
}

export const timesAsked = (what: string) => asked.filter((one) => one.what === what).length;

export function resetServer() {
  answers = new Map();
  asked.length = 0;
}

/** Has a sound record from now on, and tells its head. */
export function keepsRecord(log = new Log()): Log {
  answersTo('GET /api/log/head', (_: unknown, query: URLSearchParams) => log.headFrom(Number(query.get('from') ?? 0)));
  return log;
}

export async function serve(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const what = `${request.method} ${pathname.replace('/c/ccop', '')}`;
  const text = await request.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  asked.push({ what, body });
  const said = answers.get(what);
  const answer: unknown =
    typeof said === 'function'
      ? await (said as (body: unknown, query: URLSearchParams) => unknown)(body, searchParams)
      : said;
  if (answer === undefined) return json(new No(404, 'no-such-page'));
  return json(answer);
}

function json(answer: unknown): Response {
  if (!(answer instanceof No)) return Response.json(answer);
  const { status, key, clause } = answer;
  const problem = { type: 'about:blank', title: '', status, detail: key, key, ...(clause ? { clause } : {}) };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}
