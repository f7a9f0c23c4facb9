// A year of the work-plan: from a direction to a priority that an executive session adopts, to a group that is founded, led, and asked how it stands.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';

import type { OpenSmtpd } from '../../tests/mail/opensmtpd.mjs';
import { eventually, startOpenSmtpd } from '../../tests/mail/opensmtpd.mjs';
import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8211, 'harbour');
/** A day this long from now. */
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
let relay: OpenSmtpd;
let secretary: Somebody;
let chair: Somebody;
let ben: Somebody;
let cleo: Somebody;

test.beforeAll(async ({ browser }) => {
  const link = server.found('tests/charters/harbour.toml');
  relay = await startOpenSmtpd(2528);
  await server.start('--mail-relay', 'smtp://127.0.0.1:2528', '--mail-from', 'harbour@example.org');
  secretary = await Somebody.enrols(browser, server, link);
  chair = await Somebody.enrols(browser, server, await secretary.registers('Ada Anchor', 'PIER'));
  ben = await Somebody.enrols(browser, server, await secretary.registers('Ben Buoy', 'QUAY'));
  cleo = await Somebody.enrols(browser, server, await secretary.registers('Cleo Crane', 'TUGS'));
  await secretary.go('/people');
  await secretary.fills('Seat founding co-Chair', { Person: 'Ada Anchor' });
  await secretary.confirms();
});
test.afterAll(async () => {
  await server.end();
  relay.stop();
});

/** Of the page as it rests: a dialog fades, and is pale meanwhile. */
async function expectNoBarriers(page: Page) {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
}

test('a direction is entered with its letter, and a Member proposes a priority that follows it', async () => {
  await secretary.go('/work-plan');
  await expect(secretary.page.getByText('Nothing is planned yet.')).toBeVisible();
  await secretary.fills('Enter a direction', {
    'What it asks for': 'Fewer wrecks',
    'Who gave it': 'Council of Harbour Masters',
    Reference: 'CHM/7',
    'Date of the letter': inDays(-3),
  });
  await secretary.confirms();
  await expect(secretary.page.getByTestId('direction')).toContainText('Council of Harbour Masters · CHM/7');

  await ben.go('/work-plan');
  await ben.fills('Propose a priority', {
    'Direction that it follows': 'Fewer wrecks',
    Title: 'Lights at night',
    'What is to be reached': 'No dark pier is left.',
    'Ends by itself on': inDays(700),
  });
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Lights at night' })).toBeVisible();
  await expect(ben.page.getByText('Follows: Fewer wrecks')).toBeVisible();
});

/** What stands in the part for calendars of a mail to Ben, as ical.js reads it. */
const invitation = () =>
  eventually(async () => {
    for (const { to, subject, attachments } of await relay.mails()) {
      const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
      if (to.text !== 'Ben@example.org' || !part) continue;
      expect(part.contentDisposition).toBeUndefined();
      const calendar = new ICAL.Component(ICAL.parse(part.content.toString()) as unknown[]);
      const event = calendar.getFirstSubcomponent('vevent');
      return {
        subject,
        method: calendar.getFirstPropertyValue('method'),
        title: event?.getFirstPropertyValue('summary'),
        place: event?.getFirstPropertyValue('location'),
        invited: event?.getAllProperties('attendee').map((one) => one.getFirstValue()),
      };
    }
    return undefined;
  });

test('an executive session reviews it and adopts it', async () => {
  const { page } = chair;
  await chair.plansMeeting({ Title: 'Storm council', Place: 'Lighthouse' });
  await chair.addsCouncil();
  await chair.signs('Announce');
  expect(await invitation()).toEqual({
    subject: 'HSC: 1 thing for your calendar',
    method: 'REQUEST',
    title: 'Storm council',
    place: 'Lighthouse',
    invited: ['mailto:Ben@example.org'],
  });
  await page.getByRole('button', { name: 'I accept' }).click();
  await chair.signs('Open the session');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await ben.go('/meetings/0');
  await ben.page.getByRole('button', { name: 'I accept' }).click();
  await ben.page.getByRole('button', { name: 'Enter', exact: true }).click();

  await chair.go('/');
  await page.getByTestId('task-review-priority').getByRole('link').click();
  await chair.fills('Put to review', { 'Executive session': 'Council' });
  await expect(page.getByText('Under review')).toBeVisible();
  await page.getByRole('link', { name: 'The motion' }).click();
  await expect(page.getByRole('heading', { name: 'Lights at night' })).toBeVisible();
  await chair.signs('Open the motion');
  await ben.signs('For');
  await chair.signs('For');
  await chair.signs('Close the motion');
  await expect(page.getByTestId('result')).toContainText('Adopted');
});

test('Members say whether they are in', async () => {
  await ben.go('/');
  await ben.page.getByTestId('task-take-stance').getByRole('link').click();
  await expect(ben.page.getByText('In effect')).toBeVisible();
  await ben.signs('In');
  await expect(ben.page.getByText('1 in, 0 out, of 3 Members. You are in.')).toBeVisible();
  await chair.go('/work-plan');
  await chair.signs('Out');
  await expect(chair.page.getByText('1 in, 1 out, of 3 Members. You are out.')).toBeVisible();
  await chair.go('/work-plan?mine=true');
  await expect(chair.page.getByText('Nothing fits what is shown.')).toBeVisible();
});

test('a group is proposed; who joins or would lead is told what it takes first', async () => {
  const { page } = ben;
  await ben.fills('Propose a group', {
    Title: 'Lamp lighters',
    Purpose: 'They light the lamps.',
    Outputs: 'A plan of lamps\nLamps',
    'Hours a month of the Lead': '12',
    'Hours a month of each other': '5',
    'Kickoff until': inDays(30),
    'Summary and plan until': inDays(60),
    'Ends by itself on': inDays(300),
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Lamp lighters' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^Lamps$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Volunteer as Lead' }).click();
  await expect(ben.dialog('Volunteer as Lead').getByTestId('takes')).toHaveText(
    'Leading takes about 12 hours a month.',
  );
  await ben.dialog('Volunteer as Lead').getByRole('button', { name: 'Volunteer as Lead' }).click();
  await ben.confirms();

  await cleo.go('/work-plan');
  await cleo.page.getByRole('link', { name: 'Lamp lighters' }).click();
  await cleo.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(cleo.dialog('Join').getByTestId('takes')).toHaveText('Taking part takes about 5 hours a month.');
  await cleo.dialog('Join').getByRole('button', { name: 'Join', exact: true }).click();
  await cleo.confirms();
  await expect(cleo.page.getByRole('table', { name: 'Who is in' })).toContainText('TUGS');
});

test('the Secretary founds it, with mid-year by the charter', async () => {
  const { page } = secretary;
  await secretary.go('/');
  await page.getByTestId('task-found-group').getByRole('link').click();
  await page.getByRole('button', { name: 'Found the group' }).click();
  await expect(secretary.dialog('Found the group')).toContainText(/Mar 31, 20\d\d, 24:00, Auckland/);
  await secretary.dialog('Found the group').getByRole('button', { name: 'Cancel' }).click();
  await secretary.fills('Found the group', { 'Contact in the committee': 'Ada Anchor' });
  await secretary.confirms();
  await expect(page.getByText('In formation')).toBeVisible();
  await expect(page.getByText('Contact in the committee: Ada Anchor')).toBeVisible();
});

test('its Lead records the kickoff and files the plan', async () => {
  const { page } = ben;
  await ben.go('/');
  await page.getByTestId('task-hold-kickoff').getByRole('link').click();
  await ben.fills('Record the kickoff', {});
  await expect(page.getByTestId('dates')).toContainText('Kickoff held on');
  await ben.go('/');
  await page.getByTestId('task-file-plan').getByRole('link').click();
  await ben.fills('File summary and plan', { Summary: 'All piers by winter.', Plan: 'One pier a week.' });
  await expect(page.getByRole('region', { name: 'Summary and plan' })).toContainText('One pier a week.');
  await ben.go('/');
  await expect(page.getByTestId('task-file-plan')).toHaveCount(0);
});

test('a round of status is opened, and the Lead answers it from the mail; no answer is shown as that until then', async () => {
  await ben.go('/meetings'); // what is seen on the desk is not written about
  await secretary.go('/work-plan');
  await secretary.fills('Ask all Leads', { 'Answers by': inDays(14) });
  await expect(secretary.page.getByTestId('no-answer')).toContainText('No answer since');
  await expect(secretary.page.getByRole('table', { name: 'What taking part takes' })).toContainText('12');
  await expectNoBarriers(secretary.page);

  const { page } = ben;
  const mail = await eventually(async () =>
    (await relay.mails()).find(
      ({ to, text }) => to.text === 'Ben@example.org' && text.includes('how your working group stands'),
    ),
  );
  expect(mail.subject).toMatch(/^HSC: \d things? for you, (one )?due \d+ \w+$/);
  expect(mail.text).not.toMatch(/Lamp|Ben|Buoy/);
  await page.goto(/http\S+#status/.exec(mail.text)?.[0] ?? 'no link');
  await expect(page).toHaveURL(/\/groups\/0#status$/);
  const form = page.getByTestId('status-form');
  await expect(form.getByLabel('As planned')).toBeFocused();
  await form.getByLabel('Late').check();
  await form.getByLabel('In a line').fill('The oil came late.');
  await form.getByRole('button', { name: 'Say so' }).click();
  await ben.confirms();
  await expect(page.getByRole('region', { name: 'What the Lead said' })).toContainText('The oil came late.');
  await expect(form.getByLabel('In a line')).toHaveValue('The oil came late.');
  await expect(form.getByLabel('Late')).toBeChecked();
  await expectNoBarriers(page);
  await expect(secretary.page.getByTestId('no-answer')).toHaveCount(0);
  await expect(secretary.page.getByTestId('group-0')).toContainText('The oil came late.');
});

test('the Lead adds an item to the group, and its holder finishes it', async () => {
  const { page } = ben;
  await page.getByRole('link', { name: 'Milestones and actions of the group' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Milestones and actions' })).toBeVisible();
  await ben.fills('Add an item', {
    Title: 'Buy oil',
    'What is to be done': 'Forty barrels.',
    Holder: 'TUGS',
    Due: inDays(20),
  });
  const row = page.getByRole('row', { name: /Buy oil/ });
  await expect(row).toContainText(/(19|20|21) days left/);
  await expectNoBarriers(page);

  await cleo.go('/');
  await cleo.page.getByTestId('task-finish-item').getByRole('link').click();
  await expect(cleo.page.getByRole('heading', { level: 1, name: 'Buy oil' })).toBeVisible();
  await cleo.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(cleo.page.getByTestId('history')).toContainText('Started');
  await cleo.fills('Finish', { 'What shows that it is done': 'Bill of oil', Link: 'https://oil.example/bill' });
  await expect(cleo.page.getByTestId('evidence').getByRole('link')).toHaveAttribute('href', 'https://oil.example/bill');
  await expectNoBarriers(cleo.page);
  await cleo.go('/');
  await expect(cleo.page.getByTestId('task-finish-item')).toHaveCount(0);
  await expect(page.getByText('Nothing fits what is chosen.')).toBeVisible();
  await ben.go('/groups/0');
});

test('the Lead says that it can’t be done, and the committee is asked to narrow the terms', async () => {
  const { page } = ben;
  await page.getByRole('button', { name: "It can't be done" }).click();
  const dialog = ben.dialog("It can't be done");
  await dialog.getByLabel('Narrower terms').check();
  await dialog.getByLabel('Reason').fill('There is no oil.');
  await dialog.getByRole('button', { name: "It can't be done" }).click();
  await ben.confirms();
  await expect(page.getByTestId('inability')).toContainText('There is no oil.');
  await chair.go('/');
  await chair.page.getByTestId('task-narrow-group').getByRole('link').click();
  await chair.fills('Change the terms', { Outputs: 'A plan of lamps' });
  await expect(chair.page.getByTestId('inability')).toContainText('and was answered');
  expect(server.audit()).toContain('is sound');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
