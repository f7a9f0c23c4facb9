// What a seat watches for: kept where nobody else reads it, met on this device alone, and by `ccop watch` on a machine.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { program, Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8243, 'ccop');
const sent: string[] = [];
let member: Somebody;
let other: Somebody;
let list: string;

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  other = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
});
test.afterAll(() => server.end());

test('whoever speaks for no organization keeps none', async () => {
  await other.go('/exchange/watch');
  await expect(other.page.getByText("A watch list is an organization's.")).toBeVisible();
});

test('a seat makes its keybox, and its list is sealed under it', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('link', { name: 'Watch list' }).click();
  await expect(page.getByText('your seat has none yet')).toBeVisible();
  await page.getByRole('button', { name: /Register the key/ }).click();
  await member.confirms();
  await page.getByLabel('Networks').fill('198.18.77[.]0/25\n2001:db8:99::/48 nonsense');
  await page.getByLabel('E-mail domains').fill('post.watched.example');
  await page.getByRole('textbox', { name: 'Domains', exact: true }).fill('*.watched.example');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(page.getByText('This is none: nonsense.')).toBeVisible();
  await page.getByLabel('Networks').fill('198.18.77[.]0/25\n2001:db8:99::/48');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file for ccop watch' }).click();
  list = join(server.data, 'watch-list.json');
  await (await download).saveAs(list);
  expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({ domains: ['watched.example'] });
});

test('what is shared and watched for stands on the desk of this device', async () => {
  await other.go('/exchange');
  await other.page.getByRole('button', { name: 'Report an incident' }).click();
  const form = other.dialog('Report an incident');
  await form.getByLabel('What happened, in a line').fill('A false login page for several');
  await form
    .getByLabel('Addresses, domains, hashes and the like')
    .fill('https://login.watched.example/a 198.18.77.77 198.18.77.200 unwatched.example');
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(other.page.getByRole('heading', { level: 1, name: 'A false login page for several' })).toBeVisible();
  const { page } = member;
  await member.go('/');
  const card = page.getByTestId('watch-new');
  await expect(card.getByText('2 new values on your watch list')).toBeVisible();
  await member.go('/exchange');
  await expect(card.getByText('198.18.77.77')).toBeVisible();
  await card.getByRole('link', { name: 'Show all' }).click();
  await member.page.getByRole('button', { name: 'Open with my passkey' }).click();
  const met = page.getByTestId('watch-met');
  await expect(met.getByText('198.18.77.77')).toBeVisible();
  await expect(met.getByText('https://login.watched.example/a')).toBeVisible();
  await expect(met.getByText('198.18.77.200')).toHaveCount(0);
  expect(await everyLook(page, 'watch')).toEqual([]);
  await met.getByRole('button', { name: 'I have seen these' }).click();
  await member.go('/');
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  await expect(card).toHaveCount(0);
});

test('nothing that reached the server tells what is watched', () => {
  expect(sent.filter((one) => one.includes('/api/exchange/values')).length).toBeGreaterThan(1);
  expect(sent.filter((one) => one.includes('/api/exchange/watch/keep'))).toHaveLength(1);
  for (const watched of ['watched.example', '198.18.77', '2001:db8:99'])
    expect(sent.filter((one) => decodeURIComponent(one).includes(watched))).toEqual([]);
});

test('ccop watch finds the same with a token, once', async () => {
  const { page } = member;
  await member.go('/exchange/machines');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const form = member.dialog('Make a token');
  await form.getByLabel('What it is for').fill('The watch');
  await form.getByRole('combobox', { name: 'Up to which marking' }).click();
  await page.getByRole('option', { name: 'TLP:AMBER', exact: true }).click();
  await form.getByRole('button', { name: 'Make a token' }).click();
  const token = join(server.data, 'token-of-the-watch');
  writeFileSync(token, `${await page.getByTestId('token').textContent()}\n`);
  const watch = () => {
    try {
      const options = ['watch', list, '--server', `${server.origin}/c/ccop`, '--token-file', token];
      return { status: 0, said: execFileSync(program, options, { encoding: 'utf8' }) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { status, said: stdout };
    }
  };
  const first = watch();
  expect(first.status).toBe(1);
  expect(first.said.trim().split('\n')).toHaveLength(2);
  expect(first.said).toContain('\t198.18.77.0/25\t198.18.77.77\tTLP:');
  expect(watch()).toEqual({ status: 0, said: '' });
});
