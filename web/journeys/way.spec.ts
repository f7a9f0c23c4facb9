// Whoever was on the way somewhere gets there: past the door, past a sign-in that ended, and past a link that is used up.
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8229, 'harbour');
let link = '';
let ben: Somebody;

test.beforeAll(async ({ browser }) => {
  const founding = server.found('tests/charters/harbour.toml');
  await server.start();
  const secretary = await Somebody.enrols(browser, server, founding);
  link = await secretary.registers('Ben Buoy', 'QUAY');
  ben = await Somebody.enrols(browser, server, link);
});
test.afterAll(() => server.end());

const address = () => ben.page.evaluate(() => window.location.pathname + window.location.search + window.location.hash);

test('a link that is followed while signed out leads there after the passkey, with its fragment', async () => {
  const asked: string[] = [];
  ben.page.on('request', (request) => asked.push(request.url()));
  await ben.context.clearCookies();
  await ben.go('/decisions#kept-from-the-server');
  await expect(ben.page.getByText('you are taken to the page that you asked for')).toBeVisible();
  expect(await address()).toBe('/c/harbour/sign-in');
  expect(await barriers(ben.page)).toEqual([]);
  await ben.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Decisions' })).toBeVisible();
  expect(await address()).toBe('/c/harbour/decisions#kept-from-the-server');
  expect(asked.filter((url) => url.includes('kept-from-the-server') && !url.includes('#'))).toEqual([]);
});

test('a sign-in that ended in the middle of a form asks for the passkey, and what was typed is sent', async () => {
  const { page } = ben;
  await ben.go('/decisions');
  await page.getByRole('button', { name: 'Propose a motion' }).click();
  const form = ben.dialog('Propose a motion');
  await form.getByLabel('Title').fill('Lights at night');
  await form.getByLabel('Text').fill('Each pier has one.');
  await ben.context.clearCookies();
  await form.getByRole('button', { name: 'Propose a motion' }).click();
  const again = ben.dialog('Your sign-in has ended');
  await expect(again).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await again.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(again).toBeHidden();
  await expect(page.getByRole('article', { name: 'Lights at night' })).toBeVisible();
  await expect(form).toBeHidden();
});

test('what was typed and not sent is there after the page was loaded anew, until one signs out', async () => {
  const { page } = ben;
  await page.getByRole('button', { name: 'Propose a motion' }).click();
  await ben.dialog('Propose a motion').getByLabel('Title').fill('Half a thought');
  await page.reload();
  await page.getByRole('button', { name: 'Propose a motion' }).click();
  await expect(ben.dialog('Propose a motion').getByTestId('draft')).toBeVisible();
  await expect(ben.dialog('Propose a motion').getByLabel('Title')).toHaveValue('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((place) => /^(of|draft)\//.test(place))).toEqual([]);
});

test('a link that was used leads to signing in', async () => {
  const { page } = ben;
  await page.goto(link);
  await expect(page.getByText('it has done its work')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
});

test('every answer kept to the contract', () => expect(problems).toEqual([]));
