// A host that says *done* and keeps nothing.
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

const server = new Server(8204, 'ccop');

test.afterAll(() => server.end());

test('an act that the host answers and drops is missed in the record, and kept as evidence', async ({ browser }) => {
  const links = server.demo();
  await server.start();
  const secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  const { page } = secretary;
  // What is kept is found, and nothing is said.
  await secretary.registersPerson('Kim Kept');
  await expect(page.getByRole('cell', { name: 'Kim Kept', exact: true })).toBeVisible();

  const told = (await (await page.request.get(`${server.origin}/c/ccop/api/log/head`)).json()) as {
    checkpoint: string;
  };
  const seq = Number(told.checkpoint.split('\n')[1]);
  await page.route('**/api/acts', (route) => route.fulfill({ json: { seq, acts: [] } }));
  await secretary.registersPerson('Dora Dropped');
  await expect(page.getByTestId('act-lost')).toContainText('does not stand in the record', { timeout: 20_000 });
  await page.unroute('**/api/acts');
  await page.reload();
  await expect(page.getByTestId('act-lost')).toBeVisible();

  // Another act, under the number that was promised to that one, is not that one.
  await secretary.registersPerson('Lea Later');
  await expect(page.getByRole('cell', { name: 'Lea Later', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('act-lost')).toBeVisible();

  // Who was not lied to is told nothing.
  const member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  await member.registersPerson('Max Mate');
  await expect(member.page.getByRole('cell', { name: 'Max Mate', exact: true })).toBeVisible();
  await member.page.reload();
  await expect(member.page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(member.page.getByTestId('act-lost')).toHaveCount(0);
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
