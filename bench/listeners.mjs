// Many listeners of live events: how long after an act is asked for has the last of them been told, beside a bare server of Node that
// tells as many; and what memory does that take.
// usage: node bench/listeners.mjs [COUNT [CCOP-PROGRAM]]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { found, require, run, within } from './served.mjs';
import { registerPerson } from './acts.mjs';
import { enter } from './people.mjs';

const rounds = 5;
const patience = 30;
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Listeners of one address. `all()` is fulfilled when each has heard of a record of this size, or more. */
class Listeners {
  constructor(url, headers, count) {
    this.heard = new Array(count).fill(-1);
    this.began = this.heard.map((_, i) => this.#listen(url, headers, i));
  }
  #listen(url, headers, i) {
    return new Promise((ready, failed) => {
      const call = request(url, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200) failed(new Error(`a listener was answered ${response.statusCode}`));
        response.setEncoding('utf8');
        response.on('data', (text) => {
          for (const [, size] of text.matchAll(/event: record\ndata: \{"size":(\d+)[,}]/g)) this.#tell(i, Number(size));
          if (this.heard[i] >= 0) ready();
        });
        response.on('end', () => this.gone++);
      });
      call.on('error', failed);
      call.end();
    });
  }
  gone = 0;
  wake = () => {};
  wanted = Infinity;
  left = 0;
  #tell(i, size) {
    const before = this.heard[i];
    this.heard[i] = size;
    if (before < this.wanted && size >= this.wanted && --this.left === 0) this.wake();
  }
  all(size) {
    this.wanted = size;
    this.left = this.heard.filter((heard) => heard < size).length;
    require(this.left ===
      this.heard.length, `${this.heard.length - this.left} listeners were told of an act before it was asked for`);
    return new Promise((told) => (this.wake = told));
  }
}

/** The time, in ms, in which each of the rounds reached all. `act` makes the record one larger. */
async function measure(listeners, act) {
  await within(patience, Promise.all(listeners.began), 'not every listener was greeted');
  const times = [];
  for (let round = 0; round < rounds; ++round) {
    const all = listeners.all(listeners.heard[0] + 1);
    const began = performance.now();
    await within(
      patience,
      Promise.all([act(), all]),
      () => `${listeners.left} of ${listeners.heard.length} listeners were not told`,
    );
    times.push(performance.now() - began);
    require(listeners.gone === 0, `${listeners.gone} listeners were hung up on`);
  }
  return times;
}

function serveBarely() {
  const responses = new Set();
  let size = 0;
  const event = () => `event: record\ndata: {"size":${size}}\n\n`;
  const server = createServer((call, response) => {
    if (call.method === 'POST') {
      size++;
      for (const listener of responses) listener.write(event());
      return response.end();
    }
    response.write(event());
    responses.add(response);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function beside(count) {
  const bare = fork(process.argv[1], ['bare']);
  const [port] = await once(bare, 'message');
  const url = `http://127.0.0.1:${port}/`;
  const times = await measure(new Listeners(url, {}, count), async () => {
    const answer = await fetch(url, { method: 'POST' });
    require(answer.status === 200, `the bare server answered ${answer.status}`);
    await answer.text();
  });
  bare.kill();
  return times;
}

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const written = (times) => times.map((time) => time.toFixed(0)).join(', ');

if (process.argv[2] === 'bare') serveBarely();
else
  await run(async () => {
    const count = Number(process.argv[2] ?? 2000);
    const community = await found(process.argv[3] ?? 'build/release/bin/ccop');
    const { pid } = await community.serve();
    console.log(`resident, idle: ${memory(pid).toFixed(0)} MB`);
    const { secretary } = await enter(community);
    const listeners = new Listeners(community.url('/api/events'), { cookie: secretary.cookie }, count);
    await within(patience, Promise.all(listeners.began), 'not every listener was greeted');
    console.log(`${count} listeners; resident: ${memory(pid).toFixed(0)} MB`);
    const ours = await measure(listeners, async () => {
      const { acts } = await secretary.act(registerPerson('Somebody'));
      require(acts.at(-1).type === 'person-registered', `the act led to something else: ${JSON.stringify(acts)}`);
    });
    console.log(`resident at the end: ${memory(pid).toFixed(0)} MB`);
    await community.stop();
    const theirs = await beside(count);
    console.log(
      `asked, kept and all ${count} told after ${written(ours)} ms; by a bare server of Node, nothing kept: ${written(theirs)} ms; ` +
        `ratio of the medians ${(median(ours) / median(theirs)).toFixed(2)}`,
    );
  });
