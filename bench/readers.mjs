// Readers of a meeting's page and writers in its session at once: what readers do to the time that an act takes, in one run. Every act
// makes the kept answers stale, so the pages are built anew.
// usage: node bench/readers.mjs CCOP-PROGRAM [SECONDS [ROUNDS [COUNT]]]     COUNT readers and as many writers; 64
import { answerOf, found, percentile, require, run, within } from './served.mjs';
import { addAgendaItem, proposeMotion } from './acts.mjs';
import { Load, measureActs } from './loads.mjs';
import { enter } from './people.mjs';
import { stage, writersOf } from './stage.mjs';

const agenda_items = 12;
const motions = 20;

/** A session as long as a real one's: what makes a meeting's page slow to build. */
async function fill({ secretary }, { session, entering }) {
  for (let i = 0; i < agenda_items; ++i) await secretary.act(addAgendaItem(session, `Item ${i} of the agenda`));
  for (let i = 0; i < motions; ++i) await entering[i % entering.length].act(proposeMotion(session, `Motion ${i}`));
}

function readersOf({ meeting, entering }, count) {
  const marks = [`"id":${meeting.id},`, `"title":${JSON.stringify(meeting.details.title)}`, '"sessions":[{'];
  return Array.from({ length: count }, (_, i) => ({
    does: 'read',
    target: `/api/meetings/${meeting.id}`,
    marks,
    cookie: entering[i % entering.length].cookie,
  }));
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
  await community.serve();
  const company = await enter(community);
  const staged = await stage(company);
  await fill(company, staged);
  const asked = { cookie: staged.entering[0].cookie };
  const page = await answerOf(community, `/api/meetings/${staged.meeting.id}`, asked);
  console.log(
    `${count} readers of a page of ${Buffer.byteLength(page.text)} bytes; ${count} writers, of whom ${Math.min(count, staged.entering.length)} enter and leave the session`,
  );
  const writers = new Load(community, await writersOf(company, staged, count));
  const readers = new Load(community, readersOf(staged, count));
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
