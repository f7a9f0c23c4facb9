// Readers of a meeting's page and writers in its session at once: what readers do to the time that an act takes, in one run. Every act
// makes the kept answers stale, so the pages are built anew.
// usage: node bench/readers.mjs CCOP-PROGRAM [SECONDS [ROUNDS [COUNT]]]     COUNT readers and as many writers; 64
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ask, found, percentile, require, run, within } from './served.mjs';
import { acceptDiscretion, addAgendaItem, enterSession, leaveSession, proposeMotion } from './acts.mjs';

const secretary = 0;
const agenda_items = 12;
const motions = 20;

class Load {
  constructor(community, work) {
    const workerData = { port: community.port, path: community.path, work };
    this.worker = new Worker(join(import.meta.dirname, 'load.mjs'), { workerData });
    this.ready = once(this.worker, 'message');
  }
  /** How long each request took, in ms. */
  async run(seconds) {
    this.worker.postMessage(seconds);
    const [{ times, wrong }] = await within(seconds + 60, once(this.worker, 'message'), 'the load did not end');
    require(wrong === undefined, wrong);
    require(times.length > 0, 'the load asked for nothing');
    return times;
  }
}

/** A session as long as a real one's: what makes a meeting's page slow to build. */
async function fill(community, cookies, session, entering) {
  for (let i = 0; i < agenda_items; ++i)
    await ask(community, cookies[secretary], '/api/acts', addAgendaItem(secretary, session, `Item ${i} of the agenda`));
  for (let i = 0; i < motions; ++i) {
    const mover = entering[i % entering.length];
    await ask(community, cookies[mover], '/api/acts', proposeMotion(mover, session, `Motion ${i}`));
  }
}

/** The session that is under way, with its meeting and the people who may enter it, all of whom are outside now. */
async function stage(community, cookies) {
  const { meetings } = await ask(community, cookies[secretary], '/api/meetings');
  const meeting = meetings.find(({ live }) => live);
  require(meeting, 'no meeting of the demonstration is live');
  const page = await ask(community, cookies[secretary], `/api/meetings/${meeting.id}`);
  const session = page.sessions[0].id;
  const { organizations } = await ask(community, cookies[secretary], '/api/organizations');
  const seated = organizations
    .map(({ representative }) => representative?.id)
    .filter((id) => id !== undefined && id < cookies.length);
  const tried = (person, act) =>
    ask(community, cookies[person], '/api/acts', act).then(
      () => true,
      () => false,
    );
  const entering = [];
  for (const person of seated) {
    await tried(person, acceptDiscretion(person, meeting.id));
    await tried(person, leaveSession(person, session)); // who is inside already
    if (!(await tried(person, enterSession(person, session)))) continue;
    require(await tried(
      person,
      leaveSession(person, session),
    ), `person ${person} enters the session and can't leave it`);
    entering.push(person);
  }
  require(entering.length >= 8, `only ${entering.length} people may enter the session that is under way`);
  await fill(community, cookies, session, entering);
  return { meeting, session, seated, entering };
}

function readersOf({ meeting, seated }, cookies, count) {
  const marks = [`"id":${meeting.id},`, `"title":${JSON.stringify(meeting.details.title)}`, '"sessions":[{'];
  return Array.from({ length: count }, (_, i) => ({
    does: 'read',
    target: `/api/meetings/${meeting.id}`,
    marks,
    cookie: cookies[seated[i % seated.length]],
  }));
}

function writersOf({ session, entering }, cookies, count) {
  return Array.from({ length: count }, (_, i) => {
    const person = entering[i];
    return person === undefined
      ? { does: 'write', person: secretary, cookie: cookies[secretary] }
      : { does: 'write', person, session, cookie: cookies[person] };
  });
}

/** As the log's own checkpoint says. */
async function recordSize(community) {
  const text = await (await fetch(community.url('/log/checkpoint'))).text();
  const size = Number(text.split('\n')[1]);
  require(Number.isInteger(size), `this is no checkpoint: ${text.slice(0, 200)}`);
  return size;
}

async function measureActs(community, seconds, writers, readers) {
  const before = await recordSize(community);
  const [acts, reads] = await Promise.all([writers.run(seconds), readers?.run(seconds)]);
  const kept = (await recordSize(community)) - before;
  require(kept >= acts.length, `${acts.length} acts were answered, and the record has only ${kept} more entries`);
  return {
    acts: acts.length / seconds,
    p50: percentile(acts, 0.5),
    p99: percentile(acts, 0.99),
    reads: (reads?.length ?? 0) / seconds,
  };
}

function tell(what, { acts, p50, p99, reads }) {
  const pages = reads > 0 ? `; ${reads.toFixed(0)} pages/s` : '';
  console.log(`${what}: ${acts.toFixed(0)} acts/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms${pages}`);
}

const middle = (runs, key) =>
  percentile(
    runs.map((one) => one[key]),
    0.5,
  );

await run(async () => {
  const [seconds = 5, rounds = 3, count = 64] = process.argv.slice(3).map(Number);
  const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
  const { cookies } = await community.serve();
  const staged = await stage(community, cookies);
  const page = await (
    await fetch(community.url(`/api/meetings/${staged.meeting.id}`), { headers: { cookie: cookies[staged.seated[0]] } })
  ).arrayBuffer();
  console.log(
    `${count} readers of a page of ${page.byteLength} bytes; ${count} writers, of whom ${Math.min(count, staged.entering.length)} enter and leave the session`,
  );
  const writers = new Load(community, writersOf(staged, cookies, count));
  const readers = new Load(community, readersOf(staged, cookies, count));
  await within(30, Promise.all([writers.ready, readers.ready]), 'not every connection was opened');
  const alone = [];
  const beside = [];
  for (let round = 0; round < rounds; ++round) {
    alone.push(await measureActs(community, seconds, writers));
    tell('writers alone', alone.at(-1));
    beside.push(await measureActs(community, seconds, writers, readers));
    tell('writers beside readers', beside.at(-1));
  }
  const pages = (await readers.run(seconds)).length / seconds;
  const [fast, slow] = [middle(alone, 'p99'), middle(beside, 'p99')];
  console.log(
    `readers alone, answers kept meanwhile: ${pages.toFixed(0)} pages/s\n` +
      `medians: an act's p99 ${slow.toFixed(2)} ms beside readers and ${fast.toFixed(2)} ms without, ratio ${(slow / fast).toFixed(2)}; p50 ratio ` +
      `${(middle(beside, 'p50') / middle(alone, 'p50')).toFixed(2)}; ${middle(beside, 'acts').toFixed(0)} and ${middle(alone, 'acts').toFixed(0)} acts/s; ` +
      `${middle(beside, 'reads').toFixed(0)} pages/s beside writers`,
  );
  await community.stop();
});
