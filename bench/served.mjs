// The community and the server of served.py, for a bench in JavaScript; and the way in which a bench ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Why nothing that was measured may be believed. */
export class Wrong extends Error {}

export function require(holds, sentence) {
  if (!holds) throw new Wrong(sentence);
}

/** Runs a bench's main function; says what was wrong, and ends with a status that tells. */
export async function run(bench) {
  try {
    await bench();
  } catch (error) {
    const said = error instanceof Wrong ? error.message : String(error?.stack ?? error);
    console.error(`${process.argv[1].split('/').at(-1)}: WRONG, no figure of this run counts: ${said}`);
    process.exitCode = 1;
  }
  process.exit();
}

/** What `promise` brings, or Wrong after some seconds. */
export async function within(seconds, promise, what) {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(
      () => failed(new Wrong(`${typeof what === 'function' ? what() : what} within ${seconds} s`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Founds a community in a temporary folder, or in that PostgreSQL; or with the quotas that a host has, where it says `limited`. `serve`,
 * `kill` and `stop` its server, which goes with this process in any case.
 */
export async function found(program, how) {
  const keeper = spawn('python3', [join(import.meta.dirname, 'served.py'), program, ...(how ? [how] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(keeper, 'exit');
  keeper.stdin.on('error', () => {}); // it has ended, and says why
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const said = async () => {
    const { value, done } = await lines.next();
    require(!done, 'the community is not served, as said above');
    return JSON.parse(value);
  };
  const community = await said();
  community.url = (path) => `http://127.0.0.1:${community.port}${community.path}${path}`;
  const told = async (word) => {
    keeper.stdin.write(`${word}\n`);
    return Object.assign(community, await said());
  };
  community.serve = () => told('serve');
  community.kill = () => told('kill');
  community.stop = async () => {
    keeper.stdin.end();
    const [status] = await ended;
    require(status === 0, 'the server did not live through the run, as said above');
  };
  return community;
}

/** An answer of the community's API: with `body` to a POST; `from` is an address of this machine's own. */
export function answerOf(community, path, { body, cookie, from } = {}) {
  const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) };
  return new Promise((answered, failed) => {
    const options = { method: body ? 'POST' : 'GET', headers, localAddress: from };
    const call = request(community.url(path), options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', failed);
      response.on('end', () =>
        answered({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    call.on('error', failed);
    call.end(body && JSON.stringify(body));
  });
}

/** The same, read from JSON; Wrong where it is a refusal. */
export async function ask(community, path, asked) {
  const { status, text } = await answerOf(community, path, asked);
  require(status === 200, `${path} was answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** How many entries the record has, as the log's own checkpoint says. */
export async function recordSize(community) {
  const { text } = await answerOf(community, '/log/checkpoint');
  const size = Number(text.split('\n')[1]);
  require(Number.isInteger(size), `this is no checkpoint: ${text.slice(0, 200)}`);
  return size;
}

export const percentile = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** Says how long something took, each time, in milliseconds. */
export const told = (what, times) =>
  console.log(
    `${what}: first ${times[0].toFixed(0)} ms, median ${percentile(times, 0.5).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms of ${times.length}`,
  );
