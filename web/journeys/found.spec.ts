// Whoever looks for something finds it from anywhere, by the keyboard alone; and reads in the record what happened, in sentences.
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8241, 'harbour');
let secretary: Somebody;

test.beforeAll(async ({ browser }) => {
  const founding = server.found('tests/charters/harbour.toml');
  await server.start();
  secretary = await Somebody.enrols(browser, server, founding);
  await secretary.registersPerson('Ben Buoy');
  await expect(secretary.page.getByRole('cell', { name: 'Ben Buoy', exact: true })).toBeVisible();
});
test.afterAll(() => server.end());

test('what was done is said once it is done', async () => {
  await expect(secretary.page.getByRole('status').filter({ hasText: 'Register a person' })).toContainText(
    'Done. Entry',
  );
});

test('the palette leads from anywhere to what one types, by the keyboard', async () => {
  const { page } = secretary;
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.pressSequentially('quay');
  await expect(page.getByRole('option', { name: /QUAY/ }).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /QUAY|Quay/ })).toBeVisible();
  await expect(field).toBeHidden();
});

test('the record says who did what, and is searched as a whole', async () => {
  const { page } = secretary;
  await secretary.go('/record');
  await page.getByLabel('Search the whole record').fill('registered');
  await expect(page.getByText(/registered Ben Buoy\./)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Search the whole record').fill('ben');
  await expect(page.getByText(/registered Ben Buoy\./)).toBeVisible();
  await page.getByTestId('entry').first().getByRole('link').click();
  await expect(page.getByTestId('verified')).toContainText('is part of the record');
  await expect(page.getByText(/registered Ben Buoy\./)).toBeVisible();
  await page.getByText('The entry as it is signed and hashed').click();
  await expect(page.getByText('"person-registered"')).toBeVisible();
});

test('every answer kept to the contract', () => expect(problems).toEqual([]));
