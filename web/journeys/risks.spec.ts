// The register of risks as members live it: proposed from an incident, taken up, looked at again, and rated by Members in secret.
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8219, 'ccop');
let secretary: Somebody;
let member: Somebody;
/** Some 3,600 ciphertexts, on a busy machine. */
const while_verifying = 300_000;
const title = 'The tide gate stands open';
let address = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000); // the devices of thirty seats answer two rounds
  const links = server.demo('charter/ccop.toml', []);
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

test('a Member proposes a risk from an incident, by two clicks', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('button', { name: 'Report an incident' }).click();
  const form = member.dialog('Report an incident');
  await form.getByLabel('What happened, in a line').fill(title);
  await form.getByLabel('Description').fill('Somebody held it open with T1078.004.');
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.getByRole('link', { name: 'Propose a risk' }).click();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Techniques of attackers')).toHaveValue('T1078.004');
  expect(await everyLook(page, 'risk-form')).toEqual([]);
  await page.getByRole('button', { name: 'Propose a risk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Proposed', { exact: true })).toBeVisible();
  await expect(page.getByTestId('ties').getByRole('link', { name: /^incident--/ })).toBeVisible();
  address = new URL(page.url()).pathname.replace('/c/ccop', '');
});

test('the Secretary finds it at the desk and takes it up for an owner', async () => {
  const { page } = secretary;
  await secretary.go('/');
  await page.getByTestId('task-answer-risk').filter({ hasText: title }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const me = (await (await member.page.request.get(`${server.origin}/c/ccop/api/me`)).json()) as {
    organization: { key: string };
  };
  await secretary.fills('Take up', { Owner: me.organization.key });
  await expect(page.getByText('In the register', { exact: true })).toBeVisible();
  await expect(page.getByTestId('standing')).toContainText(me.organization.key);
});

test('its owner looks at it again, and describes it anew', async () => {
  const { page } = member;
  await member.go(address);
  await member.fills('Look at it again', { 'What you found': 'The gate has a lock now.' });
  await expect(page.getByTestId('history')).toContainText('The gate has a lock now.');
  await page.getByRole('link', { name: 'Describe it anew' }).click();
  await page.getByLabel('Weakness that it lives on').fill('One lock, and nobody knows who has the key.');
  await page.getByRole('button', { name: 'Describe it anew' }).click();
  await page.getByTestId('history').getByText('1 change').click();
  await expect(page.getByTestId('history').locator('ins')).toHaveText('One lock, and nobody knows who has the key.');
});

test('the register shows how Members rated, once this device verified it', async () => {
  test.setTimeout(2 * while_verifying);
  const { page } = member;
  await member.go('/risks');
  await expect(page.getByRole('table', { name: 'Register of risks' })).toBeVisible();
  await expect(page.getByText(/By \d+ organizations/)).toHaveCount(0);
  await page.getByRole('button', { name: "Verify and show Members' ratings" }).click();
  await expect(page.getByTestId('rated')).toBeVisible({ timeout: while_verifying });
  await expect(page.getByText(/By \d+ organizations/).first()).toBeVisible();
  const scores = await page.getByTestId('score').allTextContents();
  expect(scores.map(Number)).toEqual(scores.map(Number).sort((a, b) => b - a));
  // What was proposed since stands as its owner sees it, who said nothing yet.
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText('Not rated');
});

test('what was verified here once is there at once, in every look', async () => {
  const { page } = member;
  await member.go('/risks');
  await expect(page.getByTestId('rated')).toBeVisible();
  expect(await everyLook(page, 'risks')).toEqual([]);
  await member.go('/risks?view=matrix');
  await expect(page.getByTestId('rated')).toBeVisible();
  expect(await everyLook(page, 'risks-matrix')).toEqual([]);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: /^Not only / })).toBeVisible();
  await page.getByRole('table', { name: 'Register of risks' }).getByRole('link').first().click();
  await expect(page.getByTestId('members-rating')).toBeVisible();
  await expect(page.getByRole('table', { name: 'How many organizations chose each cell' })).toBeVisible();
  await expect(page.getByTestId('losses').getByRole('figure')).toBeVisible();
  expect(await everyLook(page, 'risk')).toEqual([]);
  expect(await page.getByRole('main').textContent()).not.toMatch(/undefined|NaN|risk\.|riskForm\./);
});

test('a weak outcome leads to a form that is filled', async () => {
  const { page } = member;
  await member.go('/exposure/rounds/0');
  const weak = page.getByTestId('weak-outcomes').first();
  await weak.locator('summary').click();
  await weak.getByRole('link').first().click();
  await expect(page.getByLabel('Title')).toHaveValue(/^Weak: [A-Z]{2}\.[A-Z]{2}-\d\d/);
  await expect(page.getByLabel('Outcomes whose low levels it lives on')).toHaveValue(/^[A-Z]{2}\.[A-Z]{2}-\d\d$/);
});

test('a weak outcome is proposed as a risk from its own page, by two clicks', async () => {
  const { page } = member;
  await member.go('/exposure/rounds/0');
  const weak = page.getByTestId('weak-outcomes').first();
  const [id = ''] = /[A-Z]{2}\.[A-Z]{2}-\d\d/.exec((await weak.textContent()) ?? '') ?? [];
  await member.go(`/exposure/questions/nist-csf-2.0/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${id}`) })).toBeVisible();

  await page.getByRole('link', { name: 'Propose a risk that lives on it' }).click();
  await expect(page.getByLabel('Title')).toHaveValue(new RegExp(`^Weak: ${id}`));
  await page.getByRole('button', { name: 'Propose a risk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^Weak: ${id}`) })).toBeVisible();
  await expect(page.getByText('Proposed', { exact: true })).toBeVisible();
});

test('the Members are asked to rate the risks as they stand now', async () => {
  const { page } = member;
  await member.go('/risks');
  await page.getByRole('button', { name: 'Ask Members to rate' }).click();
  const form = member.dialog('Ask Members to rate');
  await expect(form).toContainText('version 2');
  await expect(form).toContainText(title);
  await form.getByRole('button', { name: 'Ask Members to rate' }).click();
  await member.confirms();
  await expect(page.getByText('The Members have the questions on just these risks.')).toBeVisible();
});

test('nothing was asked that the contract does not know', () => {
  expect(problems).toEqual([]);
});
