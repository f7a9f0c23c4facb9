// Two people use one browser, one after the other: the second finds nothing of the first's, whether they signed out or just went.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8251, 'ccop');
let member: Somebody;
let links: Map<string, string>;
/** The authenticator of whoever comes second. */
let second: string;
let secret = '';
let file = '';

test.beforeAll(async ({ browser }) => {
  links = server.demo();
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

/** All that the browser keeps for the site, by its place. */
const everythingKept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, fail) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => fail(new Error('the browser keeps nothing'));
      });
    const all: Record<string, string> = {};
    for (const storage of [localStorage, sessionStorage])
      for (const place of Object.keys(storage)) all[place] = storage.getItem(place) ?? '';
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const places = await asked(database.transaction(store).objectStore(store).getAllKeys());
        for (const place of places)
          all[String(place)] = JSON.stringify(await asked(database.transaction(store).objectStore(store).get(place)));
      }
      database.close();
    }
    for (const name of await caches.keys()) all[`cache ${name}`] = name;
    return all;
  });

/** Of whom it is, and what they looked for, shared and wrote. */
const ofTheFirst = /sinkhole|Phishing|half a thought|watched\.example/i;

async function looksFor(page: Page, words: string) {
  await member.go('/exchange');
  await page.getByRole('textbox', { name: 'Search' }).fill(words);
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await expect(page.getByRole('region', { name: 'Your searches' })).toBeVisible();
}

test('the first shares as the community, keeps a search and a watch list, and begins to write', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('button', { name: 'Report an incident' }).click();
  const form = member.dialog('Report an incident');
  await form.getByLabel('What happened, in a line').fill('Phishing with a false login page');
  await form.getByLabel('Share as the community').check();
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  secret = (await page.getByTestId('edit-secret').textContent()) ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  await page.getByRole('button', { name: 'I keep it' }).click();
  await looksFor(page, 'sinkhole');
  await member.go('/exchange/watch');
  await page.getByRole('button', { name: /Register the key/ }).click();
  await member.confirms();
  await page.getByRole('textbox', { name: 'Domains', exact: true }).fill('watched.example');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await member.go('/decisions');
  await page.getByRole('button', { name: 'Propose a motion' }).click();
  await member.dialog('Propose a motion').getByLabel('Title').fill('Half a thought');
  await page.keyboard.press('Escape');
  const kept = JSON.stringify(await everythingKept(page));
  for (const one of [secret, 'sinkhole', 'watched.example', 'Half a thought']) expect(kept).toContain(one);
});

test('who signs out is told what is lost with it, and takes it along', async () => {
  const { page } = member;
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const asking = member.dialog('This browser forgets what only it has');
  await expect(asking.getByRole('listitem')).toHaveText(/take back “Phishing with a false login page”/);
  expect(await barriers(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await asking.getByRole('button', { name: 'Save these as a file' }).click();
  file = join(server.data, (await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(readFileSync(file, 'utf8')).toContain(secret);
  await asking.getByRole('button', { name: 'Sign out and forget them' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  const kept = await everythingKept(page);
  expect(Object.keys(kept)).toEqual(['record/ccop']);
  expect(JSON.stringify(kept)).not.toMatch(ofTheFirst);
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test('the second signs in there and finds nothing of the first’s', async () => {
  const { page } = member;
  second = await member.authenticators.add({ hasPrf: true, transport: 'usb' });
  await member.authenticators.touch(second);
  await page.goto(links.get('Secretary') ?? '');
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  await member.go('/exchange');
  await expect(page.getByRole('link', { name: 'Phishing with a false login page' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your searches' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Phishing with a false login page' }).click();
  // Whoever has the secret isn't asked whether they saw it, too.
  await expect(page.getByRole('button', { name: 'We saw this too' })).toBeVisible();
  await member.go('/decisions');
  await page.getByRole('button', { name: 'Propose a motion' }).click();
  await expect(member.dialog('Propose a motion').getByLabel('Title')).toHaveValue('');
  await page.keyboard.press('Escape');
  const kept = JSON.stringify(await everythingKept(page));
  expect(kept).not.toMatch(ofTheFirst);
  expect(kept).not.toContain(secret);
});

test('whose session ended by itself leaves nothing either to whoever signs in next, and the first brings their secret back', async () => {
  const { page } = member;
  await looksFor(page, 'harbour lights');
  expect(JSON.stringify(await everythingKept(page))).toContain('harbour lights');
  await member.context.clearCookies();
  await member.go('/');
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  await member.authenticators.touch(member.authenticators.own);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  expect(JSON.stringify(await everythingKept(page))).not.toContain('harbour lights');
  await member.go('/me');
  await page.getByRole('button', { name: 'Bring back what a file has' }).click();
  const form = member.dialog('Bring back what a file has');
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Bring back what a file has' }).click();
  await expect(page.getByText(/take back “Phishing with a false login page”/)).toBeVisible();
  await member.go('/exchange');
  await page.getByRole('link', { name: 'Phishing with a false login page' }).click();
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
