// What rounds show together: verified by the reader's own device, on one sheet, in release form and over time.
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8213, 'ccop');
let member: Somebody;

/** Some 4,000 ciphertexts a round, on a busy machine. */
const while_verifying = 280_000;
const figures = ['turnout', 'maturity', 'weak', 'movement', 'events'];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000); // the devices of sixteen seats answer two rounds
  const links = server.demo('charter/ccop.toml', ['--answering', '16']);
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

const shown = (page: Page) => page.getByTestId('figure-events');

test('the five figures are shown once this device verified what they are made of', async () => {
  test.setTimeout(2 * while_verifying);
  const { page } = member;
  await member.go('/exposure');
  await page.getByRole('link', { name: 'At a glance' }).click();
  await expect(page.getByTestId('verifying')).toBeVisible();
  await expect(shown(page)).toBeHidden();
  await expect(shown(page)).toBeVisible({ timeout: while_verifying });
  for (const name of figures) await expect(page.getByTestId(`figure-${name}`).getByRole('heading')).toBeVisible();
  await expect(page.getByTestId('figure-turnout')).toContainText(/16 of 4\d/);
  await expect(page.getByTestId('figure-turnout').getByTestId('trend')).toContainText(/since Q\d/);
  await expect(page.getByTestId('figure-movement').getByTestId('trend')).toContainText(/better|worse|no change/);
  await expect(page.getByTestId('hit-availability')).toBeVisible();
  await expect(page.getByTestId('functions').getByRole('figure')).toBeVisible();
  const top = page.getByTestId('top-risks');
  await expect(top.getByTestId(/^top-risk-\d+$/)).toHaveCount(5);
  const scores = (await top.getByTestId('score').allTextContents()).map(Number);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  const checks = page.getByTestId('checks');
  await expect(checks.getByText('Checked by 3 programs')).toHaveCount(2);
  await expect(checks.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2);
  expect(await page.getByRole('main').textContent()).not.toMatch(/undefined|NaN|strategic\.|risk\./);
});

test('what was verified here once is there at once, in every look', async () => {
  test.slow();
  const { page } = member;
  await member.go('/exposure/strategic');
  await expect(shown(page)).toBeVisible();
  expect(await everyLook(page, 'strategic')).toEqual([]);
});

/** The sheets of a page that is printed, with their width and height in points. */
async function printed(page: Page, name: string): Promise<number[][]> {
  const path = `test-results/looks/${name}.pdf`;
  const pdf = (await page.pdf({ preferCSSPageSize: true, path })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  return sheets.map(() => [Math.round(Number(width)), Math.round(Number(height))]);
}

test('the page prints on one sheet of A4, with as many rounds and functions as a year has', async () => {
  test.slow();
  const { page } = member;
  await member.go('/exposure/strategic');
  await expect(shown(page)).toBeVisible();
  const a4 = [595, 842];
  expect(await printed(page, 'strategic')).toEqual([a4]);
  await page.evaluate(() => {
    const repeat = (what: string, times: number) => {
      const [first] = document.querySelectorAll(what);
      for (let i = document.querySelectorAll(what).length; i < times; i++) first?.after(first.cloneNode(true));
    };
    repeat('.strategic-checks tbody tr', 8);
    repeat('[data-testid=functions] .figure-row', 6);
  });
  expect(await printed(page, 'strategic-whole')).toEqual([a4]);
});

test('what may leave has shares rounded to ten percent and no count, and says by which rule it leaves', async () => {
  test.slow();
  const { page } = member;
  await member.go('/exposure/strategic');
  await page.getByRole('link', { name: 'Release form' }).click();
  const text = (await page.getByTestId('release-text').textContent()) ?? '';
  expect(text).toContain('clause 5.4');
  const shares = [...text.matchAll(/about (\d+) %/g)].map(([, percent]) => Number(percent));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares.filter((percent) => percent % 10 !== 0)).toEqual([]);
  const rest = text.replace(/(about|under) \d+ %|\(clause 5\.4\)|2\.0|Q\d ’\d\d|As of .*|\(NIST.*\)/g, '');
  expect(rest).not.toMatch(/\d/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toBe(`${text}\n`);
  expect(await everyLook(page, 'strategic-release')).toEqual([]);
});

test('a result leads to what goes on from quarter to quarter', async () => {
  test.slow();
  const { page } = member;
  await member.go('/exposure/rounds/1');
  await page.getByTestId('round-result').getByRole('link', { name: 'Trend' }).click();
  await expect(page.getByTestId('movement').getByRole('figure')).toBeVisible();
  await expect(page.getByTestId('events').getByRole('figure')).toBeVisible();
  await expect(page.getByTestId('askings')).toContainText('asked twice');
  expect(await everyLook(page, 'strategic-trend')).toEqual([]);
});

test('of totals that are not those of the record no figure is made, and nothing is released', async () => {
  test.setTimeout(2 * while_verifying);
  const { page } = member;
  await page.route('**/api/elections/1', async (route) => {
    const response = await route.fetch();
    const election = (await response.json()) as { counts: number[] };
    await route.fulfill({ response, json: { ...election, counts: [...election.counts].reverse() } });
  });
  await member.go('/exposure/release');
  const refused = page.getByTestId('not-verified');
  await expect(refused).toContainText('not what the ballots of the record give', { timeout: while_verifying });
  await expect(page.getByTestId('release-text')).toHaveCount(0);
  await page.unroute('**/api/elections/1');
});

test('nothing was asked that the contract does not know', () => {
  expect(problems).toEqual([]);
});
