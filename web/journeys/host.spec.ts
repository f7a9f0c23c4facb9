// What a host does with a community: audits from afar, guests, erasure, a second server, copies.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { program, Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8193, 'ccop');
let secretary: Somebody;
let link: string;
let token: string;

const run = (...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });

test.beforeAll(async () => {
  link = server.found('charter/ccop.toml');
  await server.start();
});
test.afterAll(() => server.end());

test('a member makes a token, and audits the served log from afar with it', async ({ browser }) => {
  secretary = await Somebody.enrols(browser, server, link);
  await secretary.go('/me');
  await secretary.fills('Make a token', { 'What it is for': 'Audit', 'What it may do': 'Read the record' });
  token = (await secretary.page.getByTestId('token').textContent()) ?? '';
  const log = `${server.origin}/c/ccop/log/`;
  const audit = run('audit', log, '--token', token);
  expect(audit.stdout).toContain('is sound');
  expect(audit.status).toBe(0);
  expect(run('audit', log).stderr).toContain('--token');

  const given = join(server.data, 'given.ccop');
  expect(run('export', given, '--server', `${server.origin}/c/ccop`, '--token', token).stdout).toContain('in clear');
  expect(run('audit', given).stdout).toMatch(
    / [1-9]\d* contents opened, each the text that the record names; \d+ not yours to read/,
  );
  expect(statSync(given).mode & 0o077).toBe(0);
  expect(run('export', `${given}.2`, '--server', `${server.origin}/c/ccop`).stderr).toContain('--token');

  const note = join(server.data, 'note');
  writeFileSync(note, execFileSync('curl', ['-sf', `${log}checkpoint`]));
  expect(run('audit', log, '--token', token, '--since', note).stdout).toContain('extends the older one');
  const wrongKey = 'localhost/c/ccop/log+f4dbf781+AVCv2Noc8FQIfewdldp/lTM8CdqVAqlaDotzESRRaAPt';
  expect(run('audit', log, '--token', token, '--key', wrongKey).status).toBe(1);
});

test('a guest comes in by a personal link, to that session and to nothing else', async ({ browser }) => {
  const { page } = secretary;
  await secretary.plansMeeting({ Title: 'Open lecture', Place: 'Online' });
  await expect(page.getByRole('heading', { level: 1, name: 'Open lecture' })).toBeVisible();
  await secretary.fills('Add a session', { Title: 'Lecture' });
  await expect(page.getByRole('heading', { name: 'Lecture', exact: true })).toBeVisible();
  await secretary.addsCouncil();
  await secretary.signs('Announce');
  await secretary.fills('Admit a guest', { Name: 'Grace Guest' }, ['Lecture']);
  await secretary.confirms();
  const personal = (await page.getByTestId('link').textContent()) ?? '';
  await page.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('region', { name: 'Lecture' }).getByRole('button', { name: 'Open the session' }).click();
  await secretary.confirms();

  const guest = await Somebody.arrives(browser, server);
  await guest.page.goto(personal);
  await guest.page.getByRole('button', { name: 'Come in' }).click();
  await expect(guest.page.getByRole('heading', { level: 1, name: 'Open lecture' })).toBeVisible();
  await expect(guest.page.getByRole('link', { name: 'Meetings' })).toHaveCount(0);
  await guest.page.getByRole('button', { name: 'I accept' }).click();
  await guest.page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(guest.page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await expect(guest.page.getByRole('heading', { name: 'Council' })).toHaveCount(0);
  const refused = await guest.page.request.get(`${server.origin}/c/ccop/api/organizations`);
  expect(refused.status()).toBe(403);
  await guest.context.close();
});

test('a second server on the same data, and one on the same port, are refused in words', () => {
  expect(run('serve', '--data', server.data, '--listen', '127.0.0.1:8207').stderr).toContain(
    'another program is working on',
  );
  const elsewhere = new Server(8193, 'harbour');
  elsewhere.found('tests/charters/harbour.toml');
  expect(run('serve', '--data', elsewhere.data, '--listen', '127.0.0.1:8193').stderr).toContain(
    "can't listen on 127.0.0.1:8193",
  );
  expect(run('serve', '--data', '/nowhere').stderr).toContain('no community in /nowhere');
  expect(run('erase', '--data', server.data, '--person', '0').stderr).toContain('stop it first');
});

test('responses carry strict headers, and a large body is refused', async () => {
  const { request } = secretary.page;
  const page = await request.get(`${server.origin}/c/ccop/`);
  const policy = page.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  expect(page.headers()['x-content-type-options']).toBe('nosniff');
  expect(
    (
      await request.post(`${server.origin}/c/ccop/api/challenge`, {
        headers: { 'content-type': 'application/json' },
        data: 'x'.repeat(2_200_000),
      })
    ).status(),
  ).toBe(413);
  expect((await request.get(`${server.origin}/healthz`)).status()).toBe(200);
  // How much is signed, and when, is for whoever watches the host, at an address of their own.
  expect((await request.get(`${server.origin}/metrics`)).status()).toBe(404);
});

test('what the program writes is its owner’s alone', () => {
  const folder = join(server.data, 'ccop');
  const exported = join(server.data, 'export.ccop');
  expect(run('export', exported, '--data', server.data).status).toBe(0);
  expect(run('audit', exported).stdout).toContain('NOT LOOKED INTO');
  expect(run('audit', exported, '--master-key', join(server.data, 'master.key')).stdout).toContain(
    'each content opens to the text that the record names',
  );
  const written = [join(server.data, 'master.key'), exported, ...readdirSync(folder).map((name) => join(folder, name))];
  expect(written.length).toBeGreaterThan(3);
  for (const file of written) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
});

test('whoever runs the host writes what is shared into a file while the server serves it', async () => {
  const shared = await secretary.page.request.post(`${server.origin}/c/ccop/api/exchange/incidents`, {
    headers: { 'content-type': 'application/json', origin: server.origin },
    data: { name: 'A phish', description: '', marking: 'green', as_community: true, signs: '198.51.100.7' },
  });
  expect(await shared.text()).toContain('incident--');
  for (const format of ['stix', 'misp', 'csv']) {
    const file = join(server.data, `shared.${format}`);
    const { status, stderr } = run('export', format, file, '--data', server.data);
    expect([format, status, stderr]).toEqual([format, 0, expect.any(String)]);
    expect(readFileSync(file, 'utf8')).toContain('198.51.100.7');
    expect(statSync(file).mode & 0o077).toBe(0);
  }
});

test('a backup made while serving is restored, signs everybody out, and an erased profile is gone with the audit still passing', async () => {
  const file = join(server.data, 'backup.ccop');
  const secret = join(server.data, 'backup.key');
  const masterKey = join(server.data, 'master.key');
  const [publicKey = ''] = /ccop-backup-public-1-\S+/.exec(run('backup-key', secret).stdout) ?? [];
  expect(run('backup', file, '--data', server.data, '--to', publicKey).stdout).toContain('sealed');
  for (const written of [file, secret]) expect(statSync(written).mode & 0o077).toBe(0);
  expect(readFileSync(file).includes('register-person')).toBe(false);
  expect(run('audit', file).status).not.toBe(0);

  const restored = new Server(8194, 'ccop');
  const restore = (...more: string[]) => run('restore', file, '--data', restored.data, '--backup-key', secret, ...more);
  expect(restore().stderr).toContain('no master key');
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
  for (const [wrong, words] of [
    [bytes.subarray(0, -100), 'is cut off'],
    [changed, 'was changed'],
    [Buffer.from('SQLite format 3'), 'is no sealed backup'],
  ] as const) {
    writeFileSync(file, wrong);
    expect(restore('--master-key', masterKey).stderr).toContain(words);
    expect(readdirSync(restored.data)).toEqual([]);
  }
  writeFileSync(file, bytes);
  const told = restore('--master-key', masterKey);
  expect(told.stdout).toContain('imported');
  expect(told.stdout).toContain('All sign-ins and tokens are ended');
  expect(readdirSync(restored.data)).toEqual(['ccop']);
  execFileSync('cp', [masterKey, restored.data]);
  await restored.start();
  const asking = { headers: { authorization: `Bearer ${token}` } };
  const { request } = secretary.page;
  expect((await request.get(`${server.origin}/c/ccop/api/record`, asking)).status()).toBe(200);
  expect((await request.get(`${restored.origin}/c/ccop/api/record`, asking)).status()).toBe(401);
  await restored.end();

  await server.stop();
  expect(run('erase', '--data', server.data, '--person', '1').stdout).toContain('contents erased');
  const audit = server.audit();
  expect(audit).toContain('is sound');
  expect(audit).toContain('1 were erased');
  await server.start();
});

test('whoever runs the host ends every sign-in and token', async () => {
  await server.stop();
  expect(run('forget', '--data', server.data).stdout).toContain('sealed anew');
  await server.start();
  const asking = { headers: { authorization: `Bearer ${token}` } };
  expect((await secretary.page.request.get(`${server.origin}/c/ccop/api/record`, asking)).status()).toBe(401);
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
