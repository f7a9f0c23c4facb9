// An election in which one votes on other devices than the one that made the seat's keybox, and which ends in a tie.
import type { Browser } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { byHand, Effort, tableOf, together } from './effort';
import { Electorate, passphrase } from './electorate';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8200, 'harbour');
const electorate = new Electorate(server);
const effort = new Effort();
const keys = 'make the keys';
const voting = 'vote';
const counting = 'count';
const of = (name: string) => electorate.of(name);
const first = 'Cleo Crane';
const second = 'Cleo Crane, on a second device';
const third = 'Cleo Crane, on a third device';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000); // six people come in
  await electorate.comesTogether(browser);
  for (const [name, { context }] of electorate.all()) await effort.watches(name, context);
});
test.afterAll(() => server.end());

/** Another browser of hers, with a passkey of its own, which the one of her first device signs for. */
async function anotherDevice(browser: Browser, name: string, hasPrf: boolean) {
  const device = await Somebody.arrives(browser, server, {}, hasPrf);
  await effort.watches(name, device.context);
  const { page, authenticators } = device;
  const reached = await authenticators.reach(of(first).authenticators);
  await authenticators.touch(reached);
  await device.go('/');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  await device.go('/me');
  await authenticators.touch(authenticators.own);
  await device.fills('Add a passkey', { 'Name of this passkey': name });
  await expect(device.dialog('Sign this act')).toBeVisible();
  await authenticators.touch(reached);
  await device.confirms();
  await expect(page.getByRole('main').getByText(name)).toBeVisible();
  await authenticators.touch(authenticators.own);
  electorate.joins(name, device);
}

/** Asks, on that device, that the keybox from the file be kept for its passkey; what comes of it stands on the card. */
async function keepsFromFile(device: string) {
  await of(device).go('/elections/0');
  const card = of(device).page.getByTestId('voting-key');
  await card.getByRole('button', { name: 'Keep it for another passkey of mine' }).click();
  await card.getByRole('button', { name: 'From a file' }).click();
  await card.locator('input[type=file]').setInputFiles(electorate.fileOf(`keybox of ${first}`));
  await card.getByLabel('Passphrase').fill(passphrase);
  await card.getByRole('button', { name: 'Open the keybox' }).click();
  return card;
}

test('an election is prepared; a Member makes the keybox of her seat on one device', async () => {
  test.slow(); // from the call to the trustees' keys
  await electorate.callsCandidacies();
  await electorate.stand(['Ada Anchor', 'Dan Dredger']);
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Close the call');
  await secretary.signs('Name the trustees');
  effort.step = keys;
  await electorate.makeKeys();
  effort.step = undefined;
  await electorate.registersKeys([first, 'Ben Buoy']);
});

test('the keybox is kept for the passkey of a second device as well, where it came in a file', async ({ browser }) => {
  await of(first).go('/elections/0');
  await electorate.handsOnKeybox(first);
  await anotherDevice(browser, second, true);
  const card = await keepsFromFile(second);
  await expect(card.getByRole('button', { name: 'Keep it for' })).toHaveCount(0);
  await expect(card.getByRole('button', { name: 'Hand it on in a file' })).toBeVisible();
});

test('a passkey that opens no keyboxes keeps none, and says so', async ({ browser }) => {
  await anotherDevice(browser, third, false);
  const card = await keepsFromFile(third);
  await expect(card.getByTestId('problem')).toContainText('This passkey does not open');
});

test('she votes on the second device with its own passkey, and on the third from the file', async () => {
  const secretary = of('Secretary');
  await secretary.go('/meetings/0');
  await secretary.page.getByRole('button', { name: 'I accept' }).click();
  await secretary.signs('Open the session');
  await electorate.enter(['Ada Anchor', 'Ben Buoy', 'Dan Dredger']);
  effort.step = voting;
  await secretary.go('/elections/0');
  await secretary.signs('Open the ballot');
  await expect(secretary.page.getByRole('region', { name: 'Public board' })).toBeVisible();

  const onSecond = await electorate.votes(second, 'Dan Dredger');
  const onThird = await electorate.votes(third, 'Ada Anchor', 0, `keybox of ${first}`);
  expect(onThird).not.toBe(onSecond);
  await of(second).page.reload();
  await expect(of(second).page.getByTestId('vote').getByTestId('tracker')).toHaveText(onThird);
  await expect(of(second).page.getByText('Replaced by a later ballot')).toHaveCount(1);
  await electorate.votes('Ben Buoy', 'Dan Dredger');
});

test('a tie is settled by lots that the tied draw together', async () => {
  test.slow();
  const secretary = of('Secretary');
  const { page } = secretary;
  const names = await electorate.trustees();
  effort.step = counting;
  await secretary.signs('Close the ballot');
  for (const name of names.slice(0, 2)) {
    await of(name).go('/elections/0');
    await electorate.usesKeyFile(name, 'Decrypt the totals');
  }
  await secretary.go('/elections/0');
  await secretary.signs('Declare the result');
  await expect(page.getByTestId('result')).toContainText('Tied');
  effort.step = undefined;

  // The Secretary isn't tied, and keeps the lot: reveals last.
  for (const button of ['Commit my number', 'Reveal my number'])
    for (const name of ['Ada Anchor', 'Dan Dredger', 'Secretary']) {
      await of(name).go('/');
      await of(name).page.getByTestId('task-draw-lot').getByRole('link').click();
      await of(name).signs(button);
    }
  await expect(page.getByTestId('confirmation')).toContainText('is elected');
  expect(await everyLook(page, 'election-lots')).toEqual([]);
  expect(server.audit()).toContain('is sound');
});

/**
 * What 32 Members take, reckoned of the three ballots of this journey. Nothing that anybody does by hand grows with their number: each
 * votes on an own device, all at the same time. What their pages do grows at most with the ballots, which a trustee's page verifies one by
 * one; so all of a page's time is taken 32 / 3 times, though most of it, as the opening of a key file, stays as it is.
 */
test('by hand it takes minutes: three keys at most six, and from the opening to the result all steps at most ten', () => {
  const [ballots, members] = [3, 32];
  const growth = members / ballots;
  const sinceOpening = [voting, counting];
  const three = effort.everybodys([keys]);
  const longest = effort.longest(sinceOpening, growth);
  // The whole course, where each step waits for the one before: the Secretary opens, the slowest of all Members votes, the
  // Secretary closes, decrypts and declares, and between these the slowest of the other trustees decrypts.
  const course = together([
    effort.of('Secretary', sinceOpening),
    effort.longest([voting], growth, ['Secretary']),
    effort.longest([counting], growth, ['Secretary']),
  ]);
  console.log(effort.table());
  console.log(
    tableOf(
      ['in all'],
      [
        { names: ['three trustees make the key, one after the other'], done: three },
        { names: ['32 Members, from the opening to the result: whoever takes longest'], done: longest, growth },
        { names: ['32 Members, from the opening to the result: all steps, one after the other'], done: course, growth },
      ],
    ),
  );
  // What the machine adds is told above; no test passes or fails by the clock.
  expect(byHand(three)).toBeGreaterThan(60);
  expect(byHand(three)).toBeLessThan(360);
  expect(byHand(longest)).toBeGreaterThan(20);
  expect(byHand(course)).toBeGreaterThan(byHand(longest));
  expect(byHand(course)).toBeLessThan(600);
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
