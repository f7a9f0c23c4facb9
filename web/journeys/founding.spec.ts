// From the charter to an executive session decided, signed and audited, as its people live it.
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8191, 'harbour');
let secretary: Somebody;
let chair: Somebody;
let ben: Somebody;
let link: string;

test.beforeAll(async () => {
  link = server.found('tests/charters/harbour.toml');
  await server.start();
});
test.afterAll(() => server.end());

test('the Secretary enrols by the one-time link, and the link works once', async ({ browser }) => {
  secretary = await Somebody.enrols(browser, server, link);
  await expect(
    secretary.page.getByText('3 seats are vacant').or(secretary.page.getByText('4 seats are vacant')),
  ).toBeVisible();
  const another = await Somebody.arrives(browser, server);
  await another.page.goto(link);
  await expect(another.page.getByTestId('problem')).toContainText('This link is not valid');
  await another.context.close();
});

test('members are registered, appointed with all responsibilities, and enrol', async ({ browser }) => {
  const first = await secretary.registers('Ada Anchor', 'PIER');
  chair = await Somebody.enrols(browser, server, first);
  const second = await secretary.registers('Ben Buoy', 'QUAY');
  const member = await Somebody.enrols(browser, server, second);
  await expect(member.page.getByText('Nothing awaits you.')).toBeVisible();
  await member.context.close();
});

test('an appointment without all responsibilities is refused with its clause', async () => {
  await secretary.go('/people');
  await secretary.fills('Register a person', {
    Name: 'Cleo Crane',
    Position: 'CISO',
    'E-mail address': 'cleo@example.org',
  });
  await expect(secretary.page.getByRole('cell', { name: 'Cleo Crane' })).toBeVisible();
  await secretary.go('/organizations');
  await secretary.page.getByRole('link', { name: 'TUGS', exact: true }).click();
  await secretary.fills('Record an appointment', { Person: 'Cleo Crane' }, ['Watch']);
  await expect(secretary.page.getByTestId('problem')).toContainText('Declare all responsibilities');
  await expect(secretary.page.getByText(/Clause H\d+/)).toBeVisible();
});

test('the Secretary seats the founding co-Chair', async () => {
  await secretary.go('/people');
  await secretary.fills('Seat founding co-Chair', { Person: 'Ada Anchor' });
  await secretary.confirms();
  await expect(secretary.page.getByRole('row', { name: /Co-Chair 1/ })).toContainText('Ada Anchor (PIER)');
});

test('an executive session is planned, announced, opened, and decides by signed votes', async () => {
  const { page } = chair;
  await chair.plansMeeting({ Title: 'Storm council', Place: 'Lighthouse' });
  await expect(page.getByRole('heading', { level: 1, name: 'Storm council' })).toBeVisible();
  await chair.addsCouncil();
  await chair.signs('Announce');
  await page.getByRole('button', { name: 'I accept' }).click();
  await chair.signs('Open the session');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.getByTestId('quorum')).toContainText('No quorum: 1 present, 2 needed');
  await chair.fills('Propose a motion', { Title: 'Light the beacon', Text: 'Every night.' });
  await expect(page.getByRole('heading', { name: 'Light the beacon' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the motion' })).toBeHidden();
});

test('the second Member signs in with the passkey alone, joins, and votes', async ({ browser }) => {
  // The passkey lives in its own browser: Ben lost it with the first one, so he is enrolled again through recovery.
  ben = await Somebody.arrives(browser, server);
  await ben.go('/recover');
  await ben.page.getByLabel('E-mail address').fill('ben@example.org');
  await ben.page.getByRole('button', { name: 'Ask for recovery' }).click();
  const codes = ben.page.locator('pre');
  const code = (await codes.nth(0).textContent()) ?? '';
  const again = (await codes.nth(1).textContent()) ?? '';

  await secretary.go('/');
  await expect(secretary.page.getByTestId('task-confirm-recovery')).toBeVisible();
  // Words of another request are not confirmed.
  await secretary.fills('Confirm', { 'The twelve words': 'zoo '.repeat(12) });
  await expect(secretary.dialog('Confirm')).toContainText('the words of another request');
  await secretary.dialog('Confirm').getByRole('button', { name: 'Cancel' }).click();
  await secretary.fills('Confirm', { 'The twelve words': code.toUpperCase() });
  await secretary.confirms();
  await ben.page.goto(again);
  await expect(ben.page.getByTestId('problem')).toContainText('This link is not valid');
  await chair.go('/');
  await chair.fills('Confirm', { 'The twelve words': code });
  await chair.confirms();
  await ben.page.reload();
  await ben.page.getByRole('button', { name: 'Enrol' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();

  await ben.page.getByRole('button', { name: /Account of/ }).click();
  await ben.page.getByRole('button', { name: 'Sign out' }).click();
  await ben.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();

  await ben.page.getByRole('link', { name: 'Join now' }).click();
  await ben.page.getByRole('button', { name: 'I accept' }).click();
  await ben.page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(ben.page.getByTestId('quorum')).toContainText('Quorum stands');

  await chair.go('/meetings/0');
  await chair.signs('Open the motion');
  // Told by a live event, without a reload.
  const other = await ben.context.newPage();
  await other.goto(ben.page.url());
  await other.getByRole('button', { name: 'For', exact: true }).click();
  await expect(other.getByTestId('act-words')).toHaveText('I vote For on: Light the beacon');
  await ben.page.getByRole('button', { name: 'Against', exact: true }).click();
  await expect(ben.page.getByTestId('act-words')).toHaveText('I vote Against on: Light the beacon');
  await ben.confirms();
  await expect(ben.page.getByTestId('my-vote')).toContainText('Your organization voted Against (');
  await expect(chair.page.getByText(/^1 of \d+ Members/)).toBeVisible();
  // The dialog that stood open in the other window meanwhile casts no second vote, and changes none.
  await expect(other.getByTestId('problem')).toContainText('Your organization has voted already');
  await expect(other.getByRole('dialog').getByTestId('my-vote')).toContainText('voted Against');
  await other.close();
});

test('a vote is changed by the keyboard while the motion is open, and counts as it was last', async () => {
  const { page } = ben;
  await page.getByRole('button', { name: 'Change our vote' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'For', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('act-words')).toHaveText('I change my organization’s vote to For on: Light the beacon');
  await ben.confirms();
  await expect(page.getByTestId('my-vote')).toContainText('Your organization voted For (');
  await expect(page.getByTestId('my-vote')).toContainText('You can change it until the motion is closed.');
  await expect(chair.page.getByText(/^1 of \d+ Members/)).toBeVisible();
  await chair.signs('For');
  await chair.signs('Close the motion');
  await expect(ben.page.getByTestId('result')).toContainText('Adopted');
  await expect(ben.page.getByTestId('result').getByRole('row', { name: /^For/ })).toContainText('2');
  await expect(ben.page.getByRole('button', { name: 'Change our vote' })).toHaveCount(0);
  await chair.go('/decisions');
  await expect(chair.page.getByRole('cell', { name: 'Light the beacon' })).toBeVisible();
});

test('who came, and what was voted unrecorded, is sealed for whoever is not in the room', async () => {
  await secretary.go('/record');
  await expect(secretary.page.getByText('Sealed: for those who were in the room').first()).toBeVisible();
  await expect(secretary.page.getByText(/entered the session/)).toHaveCount(0);
  await ben.go('/record');
  await expect(ben.page.getByText(/entered the session/).first()).toBeVisible();
  await secretary.go('/meetings/0');
  await expect(secretary.page.getByTestId('quorum')).toContainText('Quorum stands: 2 present');
  await expect(secretary.page.getByText('people are here')).toHaveCount(0);
});

test('two who were there sign what happened, as their own devices counted it', async () => {
  await chair.go('/meetings/0');
  await chair.signs('Close the session');
  await expect(chair.page.getByTestId('closing')).toContainText('Ben Buoy was drawn');
  await ben.go('/');
  await ben.page.getByTestId('task-attest').getByRole('link').click();
  // A server that leaves out who came signs nothing with this device.
  await ben.page.route('**/api/record/sessions/*', async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as { entries: string[] };
    const entries = told.entries.filter((entry) => !entry.includes('session-entered'));
    await route.fulfill({ response: answer, json: { ...told, entries } });
  });
  await ben.page.getByRole('button', { name: 'Sign what happened' }).click();
  await expect(ben.page.getByTestId('problem')).toContainText('is not what the record holds');
  await ben.page.unroute('**/api/record/sessions/*');
  await ben.page.getByRole('button', { name: 'Close', exact: true }).click();
  await ben.page.getByRole('button', { name: 'Sign what happened' }).click();
  const dialog = ben.page.getByRole('dialog', { name: 'Sign this act' });
  await expect(dialog.getByText('People who were there').locator('..')).toContainText('2');
  await ben.confirms();
  await expect(chair.page.getByTestId('closing')).toContainText('Ben Buoy has signed what happened here');
  await chair.signs('Close the session');
  await expect(chair.page.getByText('Closed', { exact: true }).first()).toBeVisible();
  await ben.context.close();
});

test('an entry is verified in the browser, and the whole record passes the audit', async () => {
  await chair.go('/record');
  await chair.page.getByRole('link', { name: '5', exact: true }).click();
  await expect(chair.page.getByTestId('verified')).toContainText('is part of the record');
  expect(server.audit()).toContain('is sound');
});

test('kill -9 loses nothing that was acknowledged', async () => {
  await server.stop('SIGKILL');
  expect(server.audit()).toContain('is sound');
  await server.start();
  await chair.go('/decisions');
  await expect(chair.page.getByRole('cell', { name: 'Light the beacon' })).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
