// What one member who asks for twenty times as much as the others does to them: how long their pages and acts take beside it, and without,
// in one run. The host has its own quotas. Times count from when something was due, so that waiting for the one before counts too.
// usage: node bench/neighbour.mjs CCOP-PROGRAM [SECONDS [ROUNDS [OTHERS]]]     15 s, 3 rounds, 8 others
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { enterSession, leaveSession, proposeMotion } from './acts.mjs';
import { SessionKey, headIn, requestOf } from './devices.mjs';
import { enter } from './people.mjs';
import { answerOf, ask, found, percentile, require, run, within } from './served.mjs';
import { stage } from './stage.mjs';

/** How often a member does something as a rule, in ms. */
const usual = { page: 200, act: 2000 };
const times_as_much = 20;
const large_object = 900_000; // bytes
const [streams, unfinished] = [40, 40];

/** Does something every so often until then, and hears how long each took. */
async function regularly(every, until, does, took = () => {}) {
  const running = [];
  for (let due = performance.now() + Math.random() * every; due < until; due += every) {
    await after(Math.max(0, due - performance.now()));
    running.push(does(running.length).then(() => took(performance.now() - due)));
  }
  await Promise.all(running);
}

/** Signs and sends an act of this device; the status. */
async function act(community, device, { command, contents }) {
  const { head } = headIn(await ask(community, '/api/log/head'));
  const signed = requestOf({ person: device.person, command, head, after: device.after });
  const signature = new SessionKey(device.session).signs(device.logKey, signed);
  const body = { request: signed, contents, signature };
  return (await answerOf(community, '/api/acts', { body, cookie: device.cookie })).status;
}

// The one, in a thread of its own.

/** A bundle with one large object in it; the status. */
async function bring(community, cookie) {
  const now = new Date().toISOString();
  const indicator = {
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${randomUUID()}`,
    created: now,
    modified: now,
    valid_from: now,
    name: 'Large',
    description: 'x'.repeat(large_object),
    pattern: `[ipv4-addr:value = '198.51.100.${Math.floor(Math.random() * 255)}']`,
    pattern_type: 'stix',
  };
  const asked = { name: 'large.json', format: 'stix', marking: 'amber' };
  const begun = await answerOf(community, '/api/exchange/uploads', { body: asked, cookie });
  if (begun.status !== 200) return begun.status;
  const headers = { cookie, 'content-type': 'application/octet-stream' };
  const address = community.url(`/api/exchange/uploads/piece?last=yes&id=${JSON.parse(begun.text).id}`);
  return new Promise((done, failed) => {
    const call = request(address, { method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode));
    });
    call.on('error', failed);
    call.end(JSON.stringify({ type: 'bundle', id: `bundle--${randomUUID()}`, objects: [indicator] }));
  });
}

/** Streams of live events, and bodies of which no more comes; how many the host let go of. */
function holds(community, cookie) {
  const sockets = [];
  for (let i = 0; i < streams + unfinished; ++i) {
    const head =
      i < streams
        ? `GET ${community.path}/api/events HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`
        : `POST ${community.path}/api/acts HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`;
    const socket = connect({ port: community.port, host: '127.0.0.1' }, () => socket.write(head));
    socket.on('error', () => {});
    socket.resume();
    sockets.push(socket);
  }
  return () => sockets.forEach((socket) => socket.destroy());
}

async function asksForMuch({ community, device, page, session, seconds }) {
  const { cookie } = device;
  const until = performance.now() + seconds * 1000;
  const done = { pages: 0, acts: 0, objects: 0, refused: 0 };
  const count = (what) => (status) => ++done[status < 300 ? what : 'refused'];
  const letGo = holds(community, cookie);
  const reads = async (path) => count('pages')((await answerOf(community, path, { cookie })).status);
  await Promise.all([
    regularly(usual.page / times_as_much, until, () => reads(page)),
    regularly(usual.act / times_as_much, until, async (i) =>
      count('acts')(await act(community, device, proposeMotion(session, `Another motion ${i}`))),
    ),
    regularly(usual.act / times_as_much, until, async () => count('objects')(await bring(community, cookie))),
    regularly(usual.page, until, () => reads('/api/exchange/matrix')),
  ]);
  letGo();
  return done;
}

if (!isMainThread) {
  const { port, path, ...rest } = workerData;
  const community = { port, path, url: (below) => `http://127.0.0.1:${port}${path}${below}` };
  parentPort.postMessage(await asksForMuch({ community, ...rest }));
}

// The others.

async function measure(community, others, { page, session, seconds }) {
  const until = performance.now() + seconds * 1000;
  const [pages, acts] = [[], []];
  await Promise.all(
    others.flatMap((device) => [
      regularly(
        usual.page,
        until,
        () => ask(community, page, { cookie: device.cookie }),
        (time) => pages.push(time),
      ),
      regularly(
        usual.act,
        until,
        async () => {
          device.inside = !device.inside;
          const next = device.inside ? enterSession(session) : leaveSession(session);
          const status = await act(community, device, next);
          require(status === 200, `an act of a member was answered ${status}`);
        },
        (time) => acts.push(time),
      ),
    ]),
  );
  require(pages.length > 0 && acts.length > 0, 'nobody asked for anything');
  return { pages: percentile(pages, 0.99), acts: percentile(acts, 0.99), asked: pages.length + acts.length };
}

const middle = (runs, key) =>
  percentile(
    runs.map((one) => one[key]),
    0.5,
  );

if (isMainThread)
  await run(async () => {
    const [seconds = 15, rounds = 3, count = 8] = process.argv.slice(3).map(Number);
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop', 'limited');
    await community.serve();
    const company = await enter(community);
    const { meeting, session, entering } = await stage(company);
    require(entering.length > count, `only ${entering.length} people may enter the session`);
    const [one, ...others] = entering.slice(0, count + 1).map((person) => person.device());
    const asked = { page: `/api/meetings/${meeting.id}`, session, seconds };
    const { port, path } = community;
    const [alone, beside] = [[], []];
    for (let round = 0; round < rounds; ++round) {
      alone.push(await measure(community, others, asked));
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { port, path, device: one, ...asked },
      });
      const ended = new Promise((told, failed) => worker.once('message', told).once('error', failed));
      beside.push(await measure(community, others, asked));
      const done = await within(seconds + 60, ended, 'the one who asks for much did not end');
      require(done.pages > 0 && done.objects > 0, `the one got nothing: ${JSON.stringify(done)}`);
      console.log(
        `p99 of ${count} others: pages ${alone.at(-1).pages.toFixed(1)} ms, beside the one ${beside.at(-1).pages.toFixed(1)}; acts ` +
          `${alone.at(-1).acts.toFixed(1)} ms, beside the one ${beside.at(-1).acts.toFixed(1)}; the one got ${done.pages} pages, ${done.acts} acts, ` +
          `${done.objects} objects of 0.9 MB, and was refused ${done.refused} times`,
      );
    }
    console.log(
      `medians: pages ${(middle(beside, 'pages') / middle(alone, 'pages')).toFixed(2)} times as long, acts ` +
        `${(middle(beside, 'acts') / middle(alone, 'acts')).toFixed(2)} times, beside one who asks for ${times_as_much} times as much`,
    );
    await community.stop();
  });
