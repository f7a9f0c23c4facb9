// Two members witness a record, one by a timer and one that listens; then the host puts an older copy of its data back.
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { program, Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8208, 'ccop');
const listening = 'http://localhost:8209';
const folder = mkdtempSync(join(tmpdir(), 'ccop-witness-'));
const [fao, who] = [join(folder, 'fao.json'), join(folder, 'who.json')];
const older = join(folder, 'older');
const witnesses = ['--witness', `WHO=${listening}`];
const community = `${server.origin}/c/ccop`;

let link = '';
let token = '';
let listener: ChildProcess | undefined;

const run = (...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });
const keyIn = (printed: string) => /key = "([^"]+)"/.exec(printed)?.[1] ?? '';

test.beforeAll(async () => {
  const keys = [fao, who].map((file, i) => keyIn(run('witness', 'init', file, '--name', `w${i}.example`).stdout));
  const charter = join(folder, 'charter.toml');
  const named = ['FAO', 'WHO'].map((name, i) => `\n[[witness]]\nname = "${name}"\nkey = "${keys[i]}"\n`).join('');
  writeFileSync(charter, `${readFileSync('../charter/ccop.toml', 'utf8')}\n[witnesses]\nneeded = 2\n${named}`);
  expect(run('charter', 'check', charter).status).toBe(0);
  link = server.found(charter);
  const logKey = /signed by: (\S+)/.exec(server.founding)?.[1] ?? '';
  expect(run('witness', 'add', fao, '--log', logKey, '--at', community).status).toBe(0);
  expect(run('witness', 'add', who, '--log', logKey).status).toBe(0);
  cpSync(server.data, older, { recursive: true });
  await server.start(...witnesses);
});
test.afterAll(async () => {
  listener?.kill();
  await server.end();
  rmSync(folder, { recursive: true });
});

async function listen() {
  const child = spawn(program, ['witness', 'serve', who, '--listen', '127.0.0.1:8209'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  listener = child;
  await new Promise<void>((ready) => child.stdout.on('data', () => ready()));
}

const audit = () => run('audit', `${community}/log/`, '--token', token).stdout;

test('what a witness keeps is its owner’s alone, and it is made once', () => {
  expect(statSync(fao).mode & 0o077).toBe(0);
  expect(run('witness', 'init', fao, '--name', 'again').stderr).toContain('exists already');
  expect(run('witness', 'run', join(folder, 'none.json')).stderr).toContain('ccop witness init');
});

test('a record is witnessed once enough witnesses came by, and the audit and the page say so', async ({ browser }) => {
  const secretary = await Somebody.enrols(browser, server, link);
  await secretary.go('/me');
  await secretary.fills('Make a token', { 'What it is for': 'Audit', 'What it may do': 'Read the record' });
  token = (await secretary.page.getByTestId('token').textContent()) ?? '';
  expect(audit()).toContain('NOT WITNESSED');

  const pass = run('witness', 'run', fao);
  expect(pass.stdout).toContain('cosigned');
  expect(pass.status).toBe(0);
  await listen();
  // The host brings its head at the start, and each one after it.
  await server.stop();
  await server.start(...witnesses);
  await expect
    .poll(() => audit(), { timeout: 20_000 })
    .toMatch(/witnessed up to entry \d+ by FAO .* and WHO .* \(2 of 2, 2 needed\)/);

  await secretary.go('/record');
  await expect(secretary.page.getByText(/^Witnessed up to entry \d+: 2 of 2/)).toBeVisible();
});

test('an export carries what was cosigned', () => {
  const exported = join(folder, 'export.ccop');
  expect(run('export', exported, '--data', server.data).status).toBe(0);
  expect(run('audit', exported).stdout).toContain('witnessed up to entry');
});

test('a witness also holds the page that the host serves against the manifest of its build', () => {
  const manifest = join(folder, 'page.manifest');
  const built = readFileSync('../build/release/share/page.manifest', 'utf8');
  writeFileSync(manifest, built);
  const sound = run('witness', 'run', fao, '--page', manifest);
  expect(sound.stdout).toContain(`the page at ${community} is the one that was built`);
  // A page that was built otherwise differs in a file's hash.
  writeFileSync(manifest, built.replace(/^[0-9a-f]{64} (\d+) (\/assets\/\S+)$/m, `${'0'.repeat(64)} $1 $2`));
  const another = run('witness', 'run', fao, '--page', manifest);
  expect(another.stdout).toContain(`THE PAGE DIFFERS at ${community}`);
  expect(another.status).toBe(1);
});

test('a host whose older copy was put back learns it from a witness, and takes no acts', async ({ browser }) => {
  await server.stop();
  rmSync(server.data, { recursive: true });
  cpSync(older, server.data, { recursive: true });
  await server.start(...witnesses);
  expect(server.said).toContain('was rolled back');
  const { page } = await Somebody.arrives(browser, server);
  await page.goto(link);
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page.getByText(/lost a part of the record/)).toBeVisible();

  const pass = run('witness', 'run', fao);
  expect(pass.stdout).toContain('WENT BACK');
  expect(pass.status).toBe(1);
  expect(readdirSync(`${fao}.evidence`)).toHaveLength(1);

  await server.stop();
  await server.start(...witnesses, '--loss-is-known');
  expect(server.said).toContain('are lost');
  await Somebody.enrols(browser, server, link);
  expect(run('witness', 'run', fao).stdout).toContain('FORKED');
});
