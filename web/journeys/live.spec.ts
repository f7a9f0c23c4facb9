// What changes reaches every open page, and is read once.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8198, 'ccop');
let secretary: Somebody;
let member: Somebody;

/** The paths that a page asks for from now on. */
function reads(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname.replace('/c/ccop', '');
    if (request.method() === 'GET' && path.startsWith('/api/')) paths.push(path);
  });
  return paths;
}
const times = (paths: string[], path: string) => paths.filter((one) => one === path).length;

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(() => server.end());

test('an act of one’s own is read once, though its news come too; another sees it without asking', async () => {
  await member.go('/people');
  await secretary.go('/people');
  for (const { page } of [secretary, member])
    await expect(page.getByRole('cell', { name: 'Secretary', exact: true }).first()).toBeVisible();
  await secretary.page.waitForTimeout(1500); // the first event has everything read once more
  const [own, others] = [reads(secretary.page), reads(member.page)];
  const before = Date.now();
  await secretary.fills('Register a person', {
    Name: 'Nia Newcomer',
    Position: 'CISO',
    'E-mail address': 'nia@example.org',
  });
  for (const { page } of [secretary, member])
    await expect(page.getByRole('cell', { name: 'Nia Newcomer', exact: true })).toBeVisible();
  test.info().annotations.push({ type: 'took', description: `${Date.now() - before} ms` });
  await secretary.page.waitForTimeout(2000); // longer than an act waits for its news
  expect(times(own, '/api/people')).toBe(1);
  expect(times(own, '/api/me')).toBe(1);
  expect(times(others, '/api/people')).toBe(1);
});

test('what changed while the server was away is there when it is back', async () => {
  await server.stop('SIGKILL');
  await server.start();
  await secretary.go('/people');
  await secretary.fills('Register a person', {
    Name: 'Lou Latecomer',
    Position: 'CISO',
    'E-mail address': 'lou@example.org',
  });
  await expect(member.page.getByRole('cell', { name: 'Lou Latecomer', exact: true })).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
