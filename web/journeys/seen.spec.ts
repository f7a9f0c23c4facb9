// What a CISO makes of rounds that were counted: what was seen and is weak, what one outcome says, and a question set of a table.
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8227, 'ccop');
let member: Somebody;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000); // the devices of thirty seats answer two rounds
  const links = server.demo('charter/ccop.toml', []);
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

test('what many saw and few are ready for stands first, and leads to what answers it', async () => {
  const { page } = member;
  await member.go('/exposure');
  await page.getByRole('link', { name: /^Seen and weak/ }).click();
  const list = page.getByRole('table', { name: /Techniques seen/ });
  await expect(list).toBeVisible();
  expect(await everyLook(page, 'seen')).toEqual([]);
  const weights = await list.getByRole('row').locator('td:nth-child(2)').allTextContents();
  const numbers = weights.filter((one) => one !== '').map(Number);
  expect(numbers.length).toBeGreaterThan(3);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await expect(page.getByText('No governance outcome is in it')).toBeVisible();
});

test('we saw this too, said at the exchange, counts in the list', async () => {
  const { page } = member;
  await member.go('/exposure/seen');
  const unseen = page.getByRole('row', { name: /T1566 Phishing/ }).locator('td:nth-child(4)');
  await expect(unseen).toHaveText(/^0/);
  await page.getByRole('link', { name: 'T1566 Phishing' }).click();
  await page.getByRole('button', { name: 'We saw this too' }).click();
  await expect(page.getByTestId('sightings')).toContainText('1 organization');
  await member.go('/exposure/seen');
  await expect(unseen).toHaveText(/^1/);
});

test('an outcome is found from a result, with the work that names it', async () => {
  const { page } = member;
  await member.go('/exposure/rounds/1');
  const levels = page
    .getByRole('region', { name: /NIST Cybersecurity Framework/ })
    .getByRole('table', { name: /how many answers/ });
  // A function opens to its categories, a category to its outcomes.
  await levels.getByRole('button', { expanded: false }).first().click();
  await levels.getByRole('button', { expanded: false }).first().click();
  await levels.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^[A-Z]{2}\.[A-Z]{2}-\d\d/);
  await expect(page.getByRole('region', { name: 'How it was answered last' }).getByRole('listitem')).toHaveCount(5);
  await expect(page.getByText(/in the title or text of one, and it stands here/)).toBeVisible();
  expect(await everyLook(page, 'outcome')).toEqual([]);
});

test('nothing was asked that the contract does not know', () => {
  expect(problems).toEqual([]);
});
