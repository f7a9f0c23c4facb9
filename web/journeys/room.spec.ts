// Whoever presides has the room before them, and all in it look at one screen: what is said at one device stands on the others.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8237, 'ccop');
let chair: Somebody;
let member: Somebody;
/** The projector, at which somebody else is signed in. */
let projector: Page;
let room = '';
let screen = '';

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  chair = await Somebody.enrols(browser, server, links.get('co-Chair') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  projector = member.page;
});
test.afterAll(() => server.end());

test('the co-Chair comes from the meeting’s page to the room and the screen; a Member is offered neither', async () => {
  const { page } = chair;
  await chair.go('/meetings/3');
  room = (await page.getByRole('link', { name: 'Preside' }).first().getAttribute('href')) ?? '';
  screen = (await page.getByRole('link', { name: 'Open the screen' }).first().getAttribute('href')) ?? '';
  await page.getByRole('link', { name: 'Preside' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Presiding: / })).toBeVisible();
  const way = page.getByRole('navigation', { name: 'The way here' }).getByRole('link');
  await expect(way).toHaveCount(2);
  await expect(way.first()).toHaveText('Meetings');
  await expect(page.getByTestId('absent')).toBeVisible();
  await expect(page.getByTestId('running-vote').first()).toContainText('It needs more than');
  await member.go('/meetings/3');
  await expect(member.page.getByTestId('motion').first()).toBeVisible();
  await expect(member.page.getByRole('link', { name: 'Preside' })).toHaveCount(0);
});

test('what is asked stands on the screen, and the next item there after one key of the co-Chair', async () => {
  await projector.goto(server.origin + screen);
  await expect(projector.getByText('The vote is open')).toBeVisible();
  await expect(projector.getByRole('button')).toHaveCount(0);
  await expect(projector.getByRole('navigation')).toHaveCount(0);
  await chair.page.goto(server.origin + room);
  for (const item of ['Report of the Secretary', 'A commitment to share within a day'])
    await chair.fills('Add an agenda item', { Item: item, Minutes: '30' });
  await expect(chair.dialog('Add an agenda item')).toHaveCount(0); // a dialog has the keys to itself
  await expect(chair.page.getByRole('button', { name: /^Next item/ })).toBeEnabled();
  await chair.page.keyboard.press('PageDown');
  await expect(chair.page.getByTestId('now')).toContainText('Now: 1.');
  await expect(projector.getByTestId('screen-item')).toContainText('Item 1');
  await chair.page.keyboard.press('PageDown');
  await expect(projector.getByTestId('screen-item')).toContainText('Item 2');
});

test('whoever is in the room asks for the floor, and the co-Chair gives it by one key', async () => {
  const { page } = chair;
  await member.go('/meetings/3');
  const place = member.page.getByTestId('own-place');
  await member.page.getByRole('button', { name: 'Ask for the floor' }).click();
  await expect(place).toHaveText('Your place: 1 of 1.');
  await expect(page.getByRole('list', { name: 'Who asks to speak, in order' }).getByRole('listitem')).toHaveCount(1);
  const item = (await page.getByTestId('now').textContent()) ?? '';
  await page.keyboard.press('Shift+PageDown');
  await expect(member.page.getByTestId('has-floor')).toHaveText(/^(?!Nobody).+ has the floor\.$/);
  await expect(place).toHaveText('0 people ask to speak.');
  await expect(page.getByText('Nobody asks to speak.')).toBeVisible();
  await expect(page.getByTestId('now')).toHaveText(item);
  const speaker = (await member.page.getByTestId('has-floor').innerText()).replace(' has the floor.', '');
  await expect(page.getByTestId('has-floor')).toHaveText(`${speaker} has the floor.`);

  await page.getByRole('button', { name: 'Close the list' }).click();
  await expect(place).toContainText('The list is closed.');
  await expect(member.page.getByRole('button', { name: 'Ask for the floor' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the list again' }).click();
  await member.page.getByRole('button', { name: 'Ask for the floor' }).click();
  await expect(place).toHaveText('Your place: 1 of 1.');
  expect(await everyLook(member.page, 'speaking')).toEqual([]);

  await projector.goto(server.origin + screen);
  await expect(projector.getByText('The vote is open')).toBeVisible();
  await expect(projector.locator('body')).not.toContainText(speaker);
});

test('the room and the screen, while it is voted, are without a barrier in every way', async () => {
  test.slow(); // eight looks
  expect(await everyLook(chair.page, 'room')).toEqual([]);
  expect(await everyLook(projector, 'screen-asked')).toEqual([]);
});

test('whoever closes the vote is told who would have none; the result then stands on the screen, and names nobody', async () => {
  const { page } = chair;
  await projector.goto(server.origin + screen);
  await page.goto(server.origin + room);
  const title = await projector.getByRole('heading', { level: 1 }).textContent();
  const missing = await page.getByTestId('missing').first().textContent();
  await page.getByRole('button', { name: 'Close the motion' }).first().click();
  const dialog = chair.dialog('Sign this act');
  await expect(dialog).toContainText('here have not voted');
  await expect(dialog).toContainText(missing?.split(': ')[1] ?? '?');
  await chair.confirms();
  await expect(projector.getByTestId('screen-result')).toBeVisible();
  await expect(projector.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  const { organizations } = (await (await page.request.get(`${server.origin}/c/ccop/api/organizations`)).json()) as {
    organizations: { key: string }[];
  };
  const words = new Set((await projector.locator('main').innerText()).split(/[^\p{L}\p{N}]+/u));
  expect(organizations.filter(({ key }) => words.has(key))).toEqual([]);
  expect(await everyLook(projector, 'screen-decided')).toEqual([]);
});

test('the screen shows the item again when the session comes to another', async () => {
  await projector.goto(server.origin + screen);
  await chair.page.goto(server.origin + room);
  await chair.page.getByRole('button', { name: 'Back (Page Up)' }).click();
  await expect(projector.getByTestId('screen-result')).toHaveCount(0);
  await expect(projector.getByTestId('screen-item')).toHaveText('Item 1');
  expect(await everyLook(projector, 'screen-item')).toEqual([]);
});

test('whoever is lost on the screen finds the way back by the keyboard', async () => {
  await projector.goto(server.origin + screen);
  await expect(projector.getByRole('heading', { level: 1 })).toBeVisible();
  await projector.keyboard.press('Tab');
  await expect(projector.getByRole('link', { name: 'Leave the screen view' })).toBeFocused();
  await projector.keyboard.press('Enter');
  await expect(projector.getByRole('navigation', { name: 'Menu' })).toBeVisible();
});

test('who asked to speak is forgotten when the server starts anew', async () => {
  await chair.page.goto(server.origin + room);
  await expect(chair.page.getByTestId('has-floor')).not.toHaveText('Nobody has the floor.');
  await server.stop();
  await server.start();
  await chair.page.goto(server.origin + room);
  await expect(chair.page.getByTestId('has-floor')).toHaveText('Nobody has the floor.');
  await expect(chair.page.getByText('Nobody asks to speak.')).toBeVisible();
});

test('every answer kept to the contract', () => expect(problems).toEqual([]));
