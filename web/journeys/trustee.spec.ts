// A trustee's ten minutes in a round of exposure: the totals are opened with the keys that were made once, for the year's first round.
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8231, 'ccop');
/** Those who can open the totals, by their doors; two are enough. */
const trustees: { person: Somebody; file: string; passphrase: string }[] = [];
const round = '/exposure/rounds/1';
/** Some 4,000 ciphertexts, on a busy machine. */
const while_verifying = 280_000;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000); // the devices of sixteen seats answer two rounds
  const links = server.demo('charter/ccop.toml', ['--answering', '16', '--leaves-totals']);
  await server.start();
  for (const [role, { file, passphrase }] of server.keyFiles)
    trustees.push({ person: await Somebody.enrols(browser, server, links.get(role) ?? ''), file, passphrase });
});
test.afterAll(() => server.end());

async function decrypts(number: number, file = number) {
  const [trustee, given] = [trustees[number], trustees[file]];
  if (!trustee || !given) throw new Error('there are fewer trustees');
  const card = trustee.person.page.getByTestId('trustee');
  await card.locator('input[type=file]').setInputFiles(given.file);
  await card.getByLabel('Passphrase').fill(given.passphrase);
  await card.getByRole('button', { name: 'Decrypt the totals' }).click();
  return card;
}

test('the desk says that a trustee is awaited, and leads to the card where the step is done', async () => {
  expect(trustees).toHaveLength(3);
  const [first] = trustees;
  if (!first) return;
  const { page } = first.person;
  await first.person.go('/');
  await page.getByTestId('task-decrypt-totals').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${round}$`));
  await expect(page.getByTestId('trustee')).toContainText('verifies each, adds them up itself');
  // The keys were made for the round before, and the file is called after that one.
  const [name = ''] = /trustee-[A-Za-z0-9]{22}\.json/.exec(first.file) ?? [];
  await expect(page.getByTestId('trustee')).toContainText(name);
  expect(await everyLook(page, 'trustee-of-a-round')).toEqual([]);
});

test('another trustee’s file, or a wrong passphrase, is told apart, and nothing is signed', async () => {
  const card = await decrypts(0, 1);
  await expect(card.getByText('This is not the file that is meant here.')).toBeVisible({ timeout: 30_000 });
  await card.locator('input[type=file]').setInputFiles(trustees[0]?.file ?? '');
  await card.getByLabel('Passphrase').fill('none of these words');
  await card.getByRole('button', { name: 'Decrypt the totals' }).click();
  await expect(card.getByText('This passphrase does not open the file.')).toBeVisible({ timeout: 30_000 });
});

test('two trustees open the totals, one with a phone, and the result stands', async () => {
  test.setTimeout(3 * while_verifying);
  for (const number of [0, 1]) {
    const { person } = trustees[number] ?? {};
    if (!person) throw new Error('there are fewer trustees');
    if (number === 1) await person.page.setViewportSize({ width: 390, height: 844 });
    await person.go(round);
    const card = await decrypts(number);
    await expect(card.getByTestId('counted-here')).toBeVisible({ timeout: while_verifying });
    await person.confirms();
    await expect(card.getByText('You have decrypted')).toBeVisible();
    expect(await person.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      person.page.viewportSize()?.width ?? 0,
    );
  }
  const declaring = trustees[0]?.person;
  if (!declaring) return;
  await declaring.go(round);
  await declaring.signs('Declare the result');
  await expect(declaring.page.getByTestId('round-result').getByRole('table').first()).toBeVisible();
  expect(server.audit()).toContain('is sound');
});

test('what the server answers fits the contract', () => {
  expect(problems).toEqual([]);
});
