// Signed acts: how many a server takes from people who each sign with a session key (P-256), and how fast the record of them is audited;
// beside the signatures of that kind that OpenSSL verifies on the same cores in the same run.
// usage: node bench/signed.mjs CCOP-PROGRAM [SECONDS [ROUNDS [COUNT]]]     COUNT people who act at once; 64
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { correctPerson } from './acts.mjs';
import { SessionKey, headIn, requestOf } from './devices.mjs';
import { Load, measureActs } from './loads.mjs';
import { enter } from './people.mjs';
import { answerOf, found, percentile, require, run, within } from './served.mjs';
import { stage, writersOf } from './stage.mjs';

const ticks_per_s = 100; // of /proc, on Linux
const middle = (numbers) => percentile(numbers, 0.5);

/** Signatures that OpenSSL verifies in a second, on so many cores. */
function verifiedAlone(cores, most) {
  const seconds = Math.min(most, 5);
  const asked = ['speed', '-multi', `${cores}`, '-seconds', `${seconds}`, 'ecdsap256'];
  const said = execFileSync('openssl', asked, { encoding: 'utf8', stdio: 'pipe' });
  const rate = Number(/ecdsa \(nistp256\) +\S+ +\S+ +\S+ +([\d.]+)/.exec(said)?.[1]);
  require(rate > 0, `openssl tells no rate: ${said.slice(-300)}`);
  return rate;
}

function cpuSeconds(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
  return (user + system) / ticks_per_s;
}

/** That signatures are looked at: one by another key under this one's name must not pass. */
async function requireRefused(community, { number, cookie, session, logKey, ask }) {
  const { command, contents } = correctPerson(number, 'Nobody');
  const { head } = headIn(await ask('/api/log/head'));
  const request = requestOf({ person: number, command, head });
  const { signature } = new SessionKey().signs(logKey, request).session;
  const body = { request, contents, signature: { session: { key: session.key, signature } } };
  const { status, text } = await answerOf(community, '/api/acts', { body, cookie });
  require(status === 422 &&
    text.includes(
      'signature-does-not-hold',
    ), `an act that another key signed was answered ${status}: ${text.slice(0, 200)}`);
}

/** How many signatures the auditor found good, in how many seconds. */
function audited(program, data) {
  const began = performance.now();
  const said = execFileSync(program, ['audit', data], { encoding: 'utf8', stdio: 'pipe' });
  const took = (performance.now() - began) / 1000;
  const signatures = Number(/(\d+) signatures [a-z, ]*hold/.exec(said)?.[1]);
  require(said.includes('is sound') && signatures > 0, `the audit says something else: ${said.slice(0, 300)}`);
  return { took, signatures };
}

async function measureWriting(community, pid, writers, { seconds, rounds, cores }) {
  const measured = [];
  for (let round = 0; round < rounds; ++round) {
    const alone = verifiedAlone(cores, seconds);
    const before = cpuSeconds(pid);
    const { count, acts, p50, p99 } = await measureActs(community, seconds, writers);
    const cpu_us = ((cpuSeconds(pid) - before) * 1e6) / count;
    const verifying_us = (cores * 1e6) / alone;
    measured.push({ count, acts, ratio: acts / alone, cpu_us, share: verifying_us / cpu_us });
    console.log(
      `${acts.toFixed(0)} signed acts/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; OpenSSL verifies ${alone.toFixed(0)}/s on ${cores} ` +
        `cores, ratio ${(acts / alone).toFixed(3)}; the server's CPU ${cpu_us.toFixed(0)} us an act, of which a verification takes ${verifying_us.toFixed(0)}`,
    );
  }
  return measured;
}

await run(async () => {
  const [seconds = 5, rounds = 3, count = 64] = process.argv.slice(3).map(Number);
  const program = process.argv[2] ?? 'build/release/bin/ccop';
  const cores = availableParallelism();
  const community = await found(program);
  const { pid } = await community.serve();
  const company = await enter(community);
  const staged = await stage(company);
  const writers = new Load(community, await writersOf(company, staged, count));
  await within(30, writers.ready, 'not every connection was opened');
  await requireRefused(community, company.secretary);
  const before = audited(program, community.data);
  const measured = await measureWriting(community, pid, writers, { seconds, rounds, cores });
  const acts = measured.reduce((sum, round) => sum + round.count, 0);
  const after = audited(program, community.data);
  const fresh = after.signatures - before.signatures;
  require(fresh >= acts, `${acts} acts were answered, and the audit finds ${fresh} more signatures`);
  const rate = after.signatures / after.took;
  const alone = verifiedAlone(1, seconds);
  const of = (key) => middle(measured.map((round) => round[key]));
  console.log(
    `medians: ${of('acts').toFixed(0)} signed acts/s by ${count} people, ratio to OpenSSL ${of('ratio').toFixed(3)}; ` +
      `the server's CPU ${of('cpu_us').toFixed(0)} us an act, of which verifying would take ${(100 * of('share')).toFixed(0)} %\n` +
      `audit of ${after.signatures} signatures, ${fresh} of them these: ${rate.toFixed(0)}/s on one core; OpenSSL verifies ${alone.toFixed(0)}/s on one, ratio ${(rate / alone).toFixed(2)}`,
  );
  await community.stop();
});
