// A seat changes hands: nobody does it alone, whoever confirms sees by name what they confirm, and all concerned are told.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8199, 'ccop');
const responsibilities = [
  'Governance',
  'Strategy formulation',
  'Risk management',
  'Architecture development',
  'Operations',
  'Assessment, testing and compliance',
];
let secretary: Somebody;
let chair: Somebody;
let member: Somebody;
let organization: { id: number; key: string };

interface Shown {
  waiting: { gets: { name: string } | null; wording: { texts: ({ text: string } | null)[] } } | null;
}

const own = async (page: Page) => {
  const answer = await page.request.get(`${server.origin}/c/ccop/api/me`);
  return ((await answer.json()) as { organization: { id: number; key: string } }).organization;
};

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  chair = await Somebody.enrols(browser, server, links.get('co-Chair') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  organization = await own(member.page);
});
test.afterAll(() => server.end());

test('the Secretary asks, and nobody has lost a seat', async () => {
  const { page } = secretary;
  await secretary.go('/people');
  await secretary.fills('Register a person', {
    Name: 'Pat Puppet',
    Position: 'CISO',
    'E-mail address': 'pat@example.org',
  });
  await expect(page.getByRole('cell', { name: 'Pat Puppet', exact: true })).toBeVisible();
  await secretary.go(`/organizations/${organization.id}`);
  await secretary.fills('Record a succession', { Person: 'Pat Puppet' }, responsibilities);
  await secretary.confirms();
  await expect(page.getByTestId('seat-change')).toContainText('to Pat Puppet');
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Record a succession' })).toHaveCount(0);
  expect((await own(member.page)).key).toBe(organization.key);
});

test('whoever would lose it is told, and what to do', async () => {
  const { page } = member;
  await member.go('/');
  const notice = page.getByTestId('notice-seat-change-asked');
  await expect(notice).toContainText(organization.key);
  await expect(notice).toContainText('tell a co-Chair and the Secretary now');
  await expect(page.getByTestId('task-confirm-seat-change')).toBeVisible();
  await notice.getByRole('button', { name: 'Seen' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId('task-confirm-seat-change')).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a host that shows the co-Chair another person has nothing signed', async () => {
  const { page } = chair;
  const acts: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/acts')) acts.push(request.postDataJSON());
  });
  const shows = (another: (change: NonNullable<Shown['waiting']>) => void) =>
    page.route(`**/api/organizations/${organization.id}`, async (route) => {
      const response = await route.fetch();
      const shown = (await response.json()) as Shown;
      if (shown.waiting) another(shown.waiting);
      await route.fulfill({ response, json: shown });
    });
  // By another name than it gives to be hashed: the page sees it.
  await shows(({ gets }) => {
    if (gets) gets.name = 'Max Member';
  });
  await chair.go(`/organizations/${organization.id}`);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByTestId('problem')).toContainText('otherwise than the record names it');
  expect(acts).toEqual([]);
  await page.unroute(`**/api/organizations/${organization.id}`);

  // Both another: the signature is over somebody who does not get this seat.
  await shows(({ gets, wording }) => {
    if (!gets || !wording.texts[0]) return;
    gets.name = 'Max Member';
    wording.texts[0].text = wording.texts[0].text.replace('Pat Puppet', 'Max Member');
  });
  await page.route('**/api/acts/prepare', (route) =>
    route.fulfill({ json: { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' } }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await chair.confirms();
  await expect(page.getByTestId('problem')).toContainText('does not read as what was signed');
  expect(acts).toHaveLength(1);
  await page.unroute(`**/api/organizations/${organization.id}`);
  await page.unroute('**/api/acts/prepare');
});

test('the co-Chair confirms what stands there, and the seat passes on', async () => {
  const { page } = chair;
  await chair.go('/');
  await page.getByTestId('task-confirm-seat-change').getByRole('link').click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByTestId('act-words')).toContainText('to Pat Puppet');
  await chair.confirms();
  await expect(page.getByTestId('seat-change')).toHaveCount(0);
  await expect(page.getByRole('cell', { name: 'Pat Puppet', exact: true })).toBeVisible();
  await secretary.go('/');
  await expect(secretary.page.getByTestId('notice-representative')).toContainText('Pat Puppet');
});

test('somebody corrects how they are called, and the Secretary how others are', async () => {
  const { page } = chair;
  await chair.go('/me');
  await chair.fills('Correct', { Name: 'Carla Corrected' });
  await expect(page.getByRole('heading', { level: 1, name: 'Carla Corrected' })).toBeVisible();
  await secretary.go('/people');
  await secretary.page
    .getByRole('row', { name: /Pat Puppet/ })
    .getByRole('button', { name: 'Correct' })
    .click();
  const dialog = secretary.dialog('Correct');
  await dialog.getByLabel('Name').fill('Pat Person');
  await dialog.getByRole('button', { name: 'Correct' }).click();
  await expect(secretary.page.getByRole('cell', { name: 'Pat Person', exact: true })).toBeVisible();
});

test('the record is sound', async () => {
  await server.stop();
  expect(server.audit()).toContain('is sound');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
