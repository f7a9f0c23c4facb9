// Silence counts where it was delivered: a Member says that they read it, and the Secretary tells whom nothing reached.
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8217, 'harbour');
/** Noon of a day this long from now, as a field takes it. */
const inDays = (days: number) => `${new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)}T12:00`;
let secretary: Somebody;
let ben: Somebody;

test.beforeAll(async ({ browser }) => {
  const link = server.found('tests/charters/harbour.toml');
  await server.start();
  secretary = await Somebody.enrols(browser, server, link);
  ben = await Somebody.enrols(browser, server, await secretary.registers('Ben Buoy', 'QUAY'));
});
test.afterAll(() => server.end());

test('a silence procedure asks each Member, and tells who has not got its text', async () => {
  await ben.go('/decisions');
  await ben.fills('Propose a motion', { Title: 'Lights at night', Text: 'Each pier has one.' });
  await secretary.go('/decisions');
  await secretary.fills('Open the silence procedure', { Deadline: inDays(12) });
  await secretary.confirms();
  const delivery = secretary.page.getByTestId('delivery');
  await expect(delivery).toContainText('0 of the 3 organizations');
  await expect(delivery.getByTestId('unreached')).toContainText('PIER, QUAY, TUGS');
  await expect(secretary.page.getByRole('button', { name: 'Seen, no objection' })).toHaveCount(0);
});

test('whoever read it says so, and has it no longer on the desk', async () => {
  await ben.go('/');
  await ben.page.getByTestId('task-silence').getByRole('link').click();
  await ben.page.getByRole('button', { name: 'Seen, no objection' }).click();
  await expect(ben.page.getByTestId('delivery')).toContainText('1 of the 3 organizations');
  await expect(ben.page.getByRole('button', { name: 'Seen, no objection' })).toHaveCount(0);
  await expect(ben.page.getByRole('button', { name: 'Object' })).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Told by another way' })).toHaveCount(0);
  expect(await barriers(ben.page)).toEqual([]);
  await ben.go('/');
  await expect(ben.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(ben.page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(ben.page.getByTestId('task-silence')).toHaveCount(0);
});

test('the Secretary says how a vacant seat was told', async () => {
  const { page } = secretary;
  const seats = page.getByRole('list', { name: 'Organizations to tell' });
  await expect(seats.getByRole('listitem')).toHaveCount(2);
  await seats.getByRole('listitem').filter({ hasText: 'TUGS' }).getByRole('button').click();
  const dialog = secretary.dialog('Told by another way');
  await dialog.getByLabel('How it was told').fill('By telephone, the harbour master.');
  await dialog.getByRole('button', { name: 'Told by another way' }).click();
  await secretary.confirms();
  await expect(page.getByTestId('delivery')).toContainText('2 of the 3 organizations');
  await expect(page.getByText('TUGS was told by another way: By telephone, the harbour master.')).toBeVisible();
  await expect(seats.getByRole('listitem')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
});

test('every answer kept to the contract, and the record is sound', () => {
  expect(server.audit()).toContain('is sound');
  expect(problems).toEqual([]);
});
