// A CISO's quarter by keys alone: all questions answered afresh, and once more where nothing changed since they were asked last. docs/exposure.md has the
// figures, and this journey holds them to what it counts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { byHand, Effort } from './effort';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8253, 'ccop');
const effort = new Effort();
const ciso = 'CISO';
const afresh = 'answer each question';
const asLastTime = 'nothing changed';
const round = '/exposure/rounds/2';
let member: Somebody;

/** What is promised of each step, by what the table calls it: questions, keys, clicks, passkeys. */
const promised = new Map(
  [
    ...readFileSync(resolve(import.meta.dirname, '../../docs/exposure.md'), 'utf8').matchAll(
      /^\| (answer each question|nothing changed) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/gm,
    ),
  ].map(([, step = '', ...numbers]) => [step, numbers.slice(0, 4).map(Number)]),
);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000); // the devices of sixteen seats answer two rounds
  const links = server.demo('charter/ccop.toml', ['--answering', '16', '--round-opens-in', '3']);
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  await effort.watches(ciso, member.context);
});
test.afterAll(() => server.end());

/** Goes on by Tab until the button has the keys, and presses Enter. */
async function presses(page: Page, button: string) {
  const wanted = page.getByRole('button', { name: button });
  await expect(wanted).toBeVisible({ timeout: 60_000 });
  for (let i = 0; i < 60 && !(await wanted.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

/** The main thing of the page has the keys already. */
async function presents(page: Page, button: string) {
  await expect(page.getByRole('button', { name: button })).toBeFocused({ timeout: 60_000 });
  await page.keyboard.press('Enter');
}

/** Past the menu, to what the page is about. */
async function begins(page: Page) {
  await member.go(round);
  await expect(page.getByTestId('answers')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await presses(page, 'Open with my passkey');
}

async function casts(page: Page) {
  await presents(page, 'Encrypt my answers');
  await presses(page, 'Cast this ballot');
  await presents(page, 'Sign with passkey');
  await expect(page.getByText('Your organization took part')).toBeVisible({ timeout: 60_000 });
}

/** Of the question that is asked: the first of its answers; of several, the first two. */
async function answers(page: Page) {
  const asking = page.getByTestId('asking');
  const several = await asking.getByRole('checkbox').count();
  await page.keyboard.press('1');
  if (several > 0) for (const key of ['2', 'Enter']) await page.keyboard.press(key);
}

const placeIn = async (page: Page) =>
  /Question (\d+) of (\d+)/
    .exec((await page.getByTestId('asking').textContent()) ?? '')
    ?.slice(1)
    .map(Number) ?? [];

function expectAsPromised(step: string, questions: number) {
  const { key, click, passkey, file, decision } = effort.of(ciso, [step]);
  expect([questions, key, click, passkey]).toEqual(promised.get(step));
  expect(file).toBe(0);
  // To open the page is a click, and a decision; each question is one by itself.
  expect({ click, decision }).toEqual({ click: 1, decision: 1 });
}

test('the seat has its voting key before the round opens', async () => {
  const { page } = member;
  await member.go('/');
  await page.getByTestId('task-register-voting-key').first().getByRole('link').click();
  await page
    .getByTestId('voting-key')
    .getByRole('button', { name: /Register the key/ })
    .click();
  await member.confirms();
  await expect(page.getByTestId('voting-key')).toContainText('Your seat has a voting key');
  test.setTimeout(300_000); // until it opens
  await expect(async () => {
    await member.go(round);
    await expect(page.getByTestId('answers')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 220_000 });
});

test('each question is answered afresh by keys alone, in as many as are promised', async () => {
  test.slow();
  const { page } = member;
  effort.step = afresh;
  await begins(page);
  await presses(page, 'Answer the questions');
  const [, all = 0] = await placeIn(page);
  for (let number = 1; number <= all; number++) {
    await expect(page.getByTestId('asking')).toContainText(`Question ${number} of ${all}`);
    await answers(page);
  }
  await expect(page.getByTestId('review')).toContainText(`${all} of ${all} questions answered`);
  await casts(page);
  effort.step = undefined;
  expectAsPromised(afresh, all);
});

/** The demonstration has no second year: so the page is told that this is a later round, and what was answered in it the answers of the last. */
async function aYearLater(page: Page) {
  await page.route('**/api/exposure/rounds/2', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), id: 7 } });
  });
  await page.route('**/api/elections/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), my_tracker: null } });
  });
}

test('where nothing changed, all is answered as last time, in as many keys as are promised', async () => {
  test.slow();
  const { page } = member;
  await aYearLater(page);
  effort.step = asLastTime;
  await begins(page);
  const all = await page.getByRole('button', { name: /^All \d+ open questions as last time$/ }).textContent();
  const questions = Number(/\d+/.exec(all ?? '')?.[0]);
  await presses(page, all ?? '');
  await expect(page.getByTestId('review')).toContainText(`${questions} of ${questions} questions answered`);
  await presents(page, 'Encrypt my answers');
  await presses(page, 'Cast this ballot');
  await presents(page, 'Sign with passkey');
  await expect(page.getByText('seals your answers and keeps them')).toBeVisible({ timeout: 60_000 });
  effort.step = undefined;
  expectAsPromised(asLastTime, questions);
});

test('by hand both take a small part of the time that they may', () => {
  console.log(effort.table());
  const [fresh, again] = [afresh, asLastTime].map((step) => byHand(effort.of(ciso, [step])));
  // Ten minutes for 31 and 12 questions, and 90 s where nothing changed: the rest is for reading.
  expect(fresh).toBeLessThan(60);
  expect(again).toBeLessThan(30);
});

test('nothing was asked that the contract does not know', () => {
  expect(problems).toEqual([]);
});
