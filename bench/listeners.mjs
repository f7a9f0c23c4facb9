// 2,000 listeners of live events: how long after an act is asked for has the last of them been told, and what memory does that take.
// Needs a built program (./start --build-only) and sqlite3.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const count = Number(process.argv[2] ?? 2000);
const data = mkdtempSync(join(tmpdir(), 'ccop-listeners-'));
const program = 'build/release/bin/ccop';
const port = 8197;
execFileSync(program, ['demo', '--charter', 'charter/ccop.toml', '--data', data, '--origin', `http://localhost:${port}`]);
const now = new Date().toISOString();
const secret = 'bench-session';
const id = createHash('sha256').update(secret).digest('base64url');
const kept = JSON.stringify({ label: 'bench', last_seen: now, person: 0, since: now, until: '2099-01-01T00:00:00.000Z' });
execFileSync('sqlite3', [join(data, 'ccop/community.db'), `INSERT INTO settings VALUES ('session/${id}', CAST('${kept}' AS BLOB))`]);
const server = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, '--data', data], { stdio: 'ignore' });
await new Promise((ready) => setTimeout(ready, 1500));
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
console.log(`resident, idle: ${memory().toFixed(0)} MB`);

const headers = { cookie: `ccop_ccop=${secret}` };
let told = 0;
let wake = () => {};
await Promise.all(
  Array.from({ length: count }, () => new Promise((ready, failed) => {
    const call = request({ host: '127.0.0.1', port, path: '/c/ccop/api/events', headers, agent: false }, (response) => {
      let first = true;
      response.on('data', (chunk) => {
        if (!String(chunk).includes('event: record')) return;
        if (first) { first = false; ready(); return; }
        if (++told === count) wake();
      });
    });
    call.on('error', failed);
    call.end();
  })),
);
console.log(`${count} listeners; resident: ${memory().toFixed(0)} MB`);

function act() {
  const salt = randomBytes(16);
  const text = '{"email":"","name":"Somebody","title":""}';
  const hash = createHash('sha256').update('ccop-content-v1').update(Buffer.from([16])).update(salt).update(text).digest('base64url');
  const body = JSON.stringify({
    request: JSON.stringify({ command: { profile: hash, type: 'register-person' }, community: 'ccop', person: 0 }),
    contents: [{ salt: salt.toString('base64url'), text }],
  });
  return new Promise((done, failed) => {
    const call = request({ host: '127.0.0.1', port, path: '/c/ccop/api/acts', method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.resume();
      if (response.statusCode === 200) done();
      else failed(new Error(`status ${response.statusCode}`));
    });
    call.on('error', failed);
    call.end(body);
  });
}
for (let round = 0; round < 5; ++round) {
  told = 0;
  const all = new Promise((done) => (wake = done));
  const began = performance.now();
  await Promise.all([act(), all]);
  console.log(`asked, kept and all ${count} told after ${(performance.now() - began).toFixed(0)} ms`);
}
console.log(`resident at the end: ${memory().toFixed(0)} MB`);
server.kill();
rmSync(data, { recursive: true });
process.exit(0);
