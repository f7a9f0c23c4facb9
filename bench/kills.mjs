// Kills the server (SIGKILL) while people write, again and again: whatever was answered must stand in the record at the place that was
// answered, and the record must be sound in the end. Says how many acts that were, and how long a start took.
// usage: node bench/kills.mjs CCOP-PROGRAM [KILLS [PEOPLE [postgresql://...]]]     1000 kills, 8 people at once
import { execFileSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { correctPerson } from './acts.mjs';
import { SessionKey, canonical, headIn, requestOf } from './devices.mjs';
import { enter } from './people.mjs';
import { ask, found, percentile, recordSize, require, run } from './served.mjs';

/** What a connection says of a server that is gone. */
const gone = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
/** Within which the kill comes, in ms. */
const [soonest, latest] = [20, 400];
/** Entries, when it is looked what stands in the record. */
const askedAtOnce = 16;

class Writer {
  constructor(device) {
    Object.assign(this, device);
    this.key = new SessionKey(device.session);
  }
  /** Acts until the server is gone; tells `kept` of each answer. */
  async writes(community, kept) {
    try {
      for (let i = 0; ; ++i) kept(await this.#act(community, `Somebody ${i}`));
    } catch (error) {
      if (!gone.has(error.code)) throw error;
    }
  }
  async #act(community, name) {
    const { command, contents } = correctPerson(this.person, name);
    const { head } = headIn(await ask(community, '/api/log/head'));
    const request = requestOf({ person: this.person, command, head, after: this.after });
    const body = { request, contents, signature: this.key.signs(this.logKey, request) };
    const { seq } = await ask(community, '/api/acts', { body, cookie: this.cookie });
    return { seq, request };
  }
}

async function requireKept(community, cookie, answered) {
  const one = async ({ seq, request }) => {
    const { entry } = await ask(community, `/api/record/${seq}`, { cookie });
    require(canonical(JSON.parse(entry).request) === request, `entry ${seq} is not the act that was answered with it`);
  };
  for (let i = 0; i < answered.length; i += askedAtOnce) await Promise.all(answered.slice(i, i + askedAtOnce).map(one));
}

/** One life of the server: what it answered before it was killed. */
async function life(community, writers) {
  const answered = [];
  const writing = Promise.all(writers.map((writer) => writer.writes(community, (one) => answered.push(one))));
  await Promise.race([writing, after(soonest + Math.random() * (latest - soonest))]); // what is wrong is told at once
  await community.kill();
  await writing;
  return answered;
}

function requireSound(program, community, store, least) {
  const asked = ['audit', community.data, ...(store ? ['--store', store] : [])];
  const said = execFileSync(program, asked, { encoding: 'utf8', stdio: 'pipe' });
  const signatures = Number(/(\d+) signatures [a-z, ]*hold/.exec(said)?.[1]);
  require(said.includes('is sound') && signatures >= least, `the audit says something else: ${said.slice(0, 300)}`);
}

await run(async () => {
  const [kills = 1000, people = 8] = process.argv.slice(3, 5).map(Number);
  const [program = 'build/release/bin/ccop', , , store] = process.argv.slice(2);
  const community = await found(program, store);
  await community.serve();
  const company = await enter(community);
  const { cookie } = company.coChair;
  const writers = [company.secretary, company.coChair];
  while (writers.length < people) writers.push(await company.newcomer(`Somebody of a bench ${writers.length}`));
  const devices = writers.map((person) => new Writer(person.device()));
  const starts = [];
  let total = 0;
  for (let i = 0; i < kills; ++i) {
    const answered = await life(community, devices);
    const began = performance.now();
    await community.serve();
    starts.push(performance.now() - began);
    await requireKept(community, cookie, answered);
    total += answered.length;
    if ((i + 1) % 100 === 0)
      console.error(`${i + 1} kills, and all ${total} acts that were answered stand in the record`);
  }
  require(total > kills, `only ${total} acts were answered in ${kills} lives of the server`);
  const size = await recordSize(community);
  requireSound(program, community, store, total);
  await community.stop();
  console.log(
    `${kills} kills while ${people} people wrote, on ${store ? 'PostgreSQL' : 'SQLite'}: all ${total} acts that were answered stand in the record ` +
      `of ${size} entries, which is sound; a start took ${percentile(starts, 0.5).toFixed(0)} ms, at most ${Math.max(...starts).toFixed(0)}`,
  );
});
