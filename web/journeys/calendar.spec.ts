// A member's phone follows their calendar by an address of its own, and the meeting's page says who comes and how one joins.
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8214, 'ccop');
let secretary: Somebody;
let member: Somebody;
let address = '';

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

test('a member gives a phone the calendar, by an address that is shown once', async ({ request }) => {
  const { page } = member;
  await member.go('/me');
  await member.fills('Add a device', { Device: 'Phone' }, ['Titles and places']);
  const shown = member.dialog('Address of your calendar');
  address = (await shown.getByText('/calendar/').textContent()) ?? '';
  await shown.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText(/Phone.*Titles and places/)).toBeVisible();
  await expect(page.getByText('/calendar/')).toHaveCount(0);

  const calendar = await request.get(address);
  expect(calendar.headers()).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  });
  const text = await calendar.text();
  expect(text).toContain('SUMMARY:Annual symposium');
  expect(text).toContain('DTSTART;VALUE=DATE:');
  expect(text).not.toContain('rooms.example.org');
  const again = await request.get(address, { headers: { 'if-none-match': calendar.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
});

test('the session that is under way is joined from elsewhere by its link', async () => {
  const { page } = member;
  await member.go('/meetings/3');
  const accept = page.getByRole('button', { name: 'I accept' });
  const link = page.getByRole('link', { name: /^Join from elsewhere/ });
  await expect(accept.or(link).first()).toBeVisible();
  if (await accept.isVisible()) await accept.click();
  await expect(link).toHaveAttribute('href', 'https://rooms.example.org/executive');
});

test('who comes to the symposium is counted for members, and named to the committee', async () => {
  for (const { page } of [member, secretary]) {
    await page.goto(`${server.origin}/c/ccop/`);
    await page.getByRole('link', { name: /Annual symposium/ }).click(); // of those ahead
    await expect(page.getByRole('heading', { level: 1, name: 'Annual symposium' })).toBeVisible();
  }
  const { page } = member;
  await page.getByRole('button', { name: 'I join from elsewhere' }).click();
  await expect(page.getByRole('button', { name: 'I join from elsewhere', pressed: true })).toBeVisible();
  await expect(page.getByTestId('coming-counts')).toBeVisible();
  await expect(page.getByText(/: joins from elsewhere$/)).toHaveCount(0);
  await secretary.page.reload(); // what was said is no news of the record
  await expect(secretary.page.getByText(/: joins from elsewhere$/).first()).toBeVisible();
});

test('the address ends when its owner ends it', async ({ request }) => {
  await member.go('/me');
  await member.page.getByRole('button', { name: 'End the calendar of Phone' }).click();
  await expect(member.page.getByText(/Phone.*Titles and places/)).toHaveCount(0);
  expect((await request.get(address)).status()).toBe(404);
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
