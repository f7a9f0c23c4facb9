// Stands for the server in tests of components: gives the answers that a test says, and keeps what was asked.
import { Log } from './log';

export interface Asked {
  /** Such as `GET /api/me`. */
  what: string;
  body: unknown;
}

type Answer = unknown | ((body: unknown, query: URLSearchParams) => unknown);

let answers = new Map<string, Answer>();
let record: Log | undefined;
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
    readonly values: Record<string, string> = {},
  ) {}
}

export const timesAsked = (what: string) => asked.filter((one) => one.what === what).length;

export function resetServer() {
  answers = new Map();
  record = undefined;
  asked.length = 0;
}

/** Has a sound record from now on, and tells its head and its entries. */
export function keepsRecord(log = new Log()): Log {
  record = log;
  answersTo('GET /api/log/head', (_: unknown, query: URLSearchParams) => log.headFrom(Number(query.get('from') ?? 0)));
  return log;
}

export async function serve(what: Request | string): Promise<Response> {
  return served(typeof what === 'string' ? new Request(new URL(what, window.location.href)) : what);
}

async function served(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const what = `${request.method} ${pathname.replace('/c/ccop', '')}`;
  const text = await request.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  asked.push({ what, body });
  const said = answers.get(what) ?? bundleAt(what);
  const answer: unknown =
    typeof said === 'function'
      ? await (said as (body: unknown, query: URLSearchParams) => unknown)(body, searchParams)
      : said;
  if (answer instanceof Response) return answer;
  if (answer === undefined) return json(new No(404, 'no-such-page'));
  return json(answer);
}

/** Entries of the record, of the first thousand bundles of 256. */
function bundleAt(what: string): Response | undefined {
  const [, index, width = '256'] = /^GET \/log\/tile\/entries\/(\d{3})(?:\.p\/(\d+))?$/.exec(what) ?? [];
  if (index === undefined) return undefined;
  const first = Number(index) * 256;
  return bundle(record?.entries.slice(first, first + Number(width)) ?? []);
}

/** As C2SP tlog-tiles has it. */
export function bundle(entries: string[]): Response {
  const parts = entries.map((entry) => Buffer.from(entry));
  const sized = parts.flatMap((part) => [Buffer.of(part.length >> 8, part.length & 0xff), part]);
  return new Response(new Uint8Array(Buffer.concat(sized)));
}

function json(answer: unknown): Response {
  if (!(answer instanceof No)) return Response.json(answer);
  const { status, key, clause, values } = answer;
  const problem = { type: 'about:blank', title: '', status, detail: key, key, values, ...(clause ? { clause } : {}) };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}
