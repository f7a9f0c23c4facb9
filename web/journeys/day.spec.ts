// A day of each role, from the desk in the morning to what is read in the evening, kept as pictures for whoever looks at the whole of it:
// build/looks/day/ROLE/NN-stop-{light,dark,phone,rtl}.png.
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8261, 'ccop');
const looks = resolve(import.meta.dirname, '../../build/looks/day');
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
/** Longer pages are cut there: what comes first is what is judged. */
const tallest = 2400;
let links: Map<string, string>;
/** Somebody's personal link to an open session. */
let invitation = '';

interface Stop {
  name: string;
  path?: string;
  /** What the heading of the page says; any where it is one that the demonstration made up. */
  heading?: string | RegExp;
  /** What is done there, before it is looked at. */
  does?: (who: Somebody) => Promise<void>;
}

async function keep(page: Page, file: string) {
  await page.evaluate(() => scrollTo(0, 0)); // the head stays where the window is
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } });
}

/** In every look, with nothing said in half a sentence and nothing wider than a phone. */
async function looksAt(page: Page, file: string) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  expect(await page.locator('body').innerText()).not.toMatch(/\{\{|undefined|NaN/);
  await keep(page, `${file}-light.png`);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await keep(page, `${file}-dark.png`);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
  await keep(page, `${file}-rtl.png`);
  await page.evaluate(() => void (document.documentElement.dir = 'ltr'));
  await page.setViewportSize(phone);
  await keep(page, `${file}-phone.png`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${file} on a phone`).toBeLessThanOrEqual(phone.width);
  await page.setViewportSize(desk);
}

async function lives(role: string, who: Somebody, day: Stop[]) {
  const { page } = who;
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const [i, { name, path, heading, does }] of day.entries()) {
    if (path !== undefined) await who.go(path);
    const title = page.getByRole('heading', { level: 1, ...(heading === undefined ? {} : { name: heading }) });
    if (heading !== undefined || path !== undefined) await expect(title.first()).toBeVisible();
    await does?.(who);
    await looksAt(page, resolve(looks, role, `${String(i + 1).padStart(2, '0')}-${name}`));
  }
  await who.context.close();
}

const opensForm = (label: string) => async (who: Somebody) => {
  await who.page.getByRole('button', { name: label, exact: true }).first().click();
  await expect(who.dialog(label)).toBeVisible();
};
const follows = (link: string | RegExp, heading: RegExp) => async (who: Somebody) => {
  await who.page.getByRole('link', { name: link }).first().click();
  await expect(who.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
};
const morning: Stop = { name: 'desk', path: '/', heading: 'My desk' };
const live: Stop = {
  name: 'live',
  path: '/meetings/3',
  does: ({ page }) => expect(page.getByTestId('motion').first()).toBeVisible(),
};

test.beforeAll(async () => {
  links = server.demo();
  await server.start();
});
test.afterAll(() => server.end());

test('the Secretary’s day: who owes what, a lecture with a guest, the record', async ({ browser }) => {
  test.slow(); // four looks of each page
  const secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  await lives('secretary', secretary, [
    morning,
    { name: 'duties', path: '/duties', heading: 'Duties' },
    { name: 'meetings', path: '/meetings', heading: 'Meetings' },
    {
      name: 'plan',
      path: '/meetings#plan-a-meeting',
      does: (who) => expect(who.dialog('Plan a meeting')).toBeVisible(),
    },
    {
      name: 'guest',
      does: async (who) => {
        const { page } = who;
        await page.keyboard.press('Escape');
        await who.plansMeeting({ Title: 'Open lecture', Place: 'Online' });
        await expect(page.getByRole('heading', { level: 1, name: 'Open lecture' })).toBeVisible();
        await who.fills('Add a session', { Title: 'Lecture' });
        await expect(page.getByRole('heading', { name: 'Lecture', exact: true })).toBeVisible();
        await who.addsCouncil();
        await who.signs('Announce');
        await who.fills('Admit a guest', { Name: 'Grace Guest' }, ['Lecture']);
        await who.confirms();
        invitation = (await page.getByTestId('link').textContent()) ?? '';
        await page.getByRole('button', { name: 'Close' }).first().click();
        await page.getByRole('region', { name: 'Lecture' }).getByRole('button', { name: 'Open the session' }).click();
        await who.confirms();
        await expect(page.getByRole('list', { name: /Guests/ })).toContainText('Grace Guest');
      },
    },
    { name: 'elections', path: '/elections', heading: 'Elections' },
    { name: 'people', path: '/people', heading: 'People' },
    { name: 'mail', path: '/mail' },
    { name: 'record', path: '/record', heading: 'Record' },
  ]);
});

test('the co-Chair’s day: presiding, the screen, what is to be decided', async ({ browser }) => {
  test.slow();
  const chair = await Somebody.enrols(browser, server, links.get('co-Chair') ?? '');
  await lives('co-chair', chair, [
    morning,
    live,
    { name: 'room', does: follows('Preside', /^Presiding: /) },
    {
      name: 'closing',
      does: async ({ page }) => {
        await page.getByRole('button', { name: 'Close the motion' }).first().click();
        await expect(page.getByRole('dialog', { name: 'Sign this act' })).toContainText('have not voted');
      },
    },
    { name: 'work-plan', path: '/work-plan', heading: 'Work-plan' },
    { name: 'items', path: '/items' },
    { name: 'organizations', path: '/organizations', heading: 'Organizations' },
    { name: 'risks', path: '/risks' },
  ]);
});

test('a Member’s day: a vote, an incident, what others saw', async ({ browser }) => {
  test.slow();
  const member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  await lives('member', member, [
    morning,
    {
      name: 'palette',
      does: async ({ page }) => {
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('option', { name: /^Report an incident/ })).toBeVisible();
      },
    },
    live,
    {
      name: 'vote',
      does: async ({ page }) => {
        await page.getByRole('button', { name: 'For', exact: true }).first().click();
        await expect(page.getByRole('dialog', { name: 'Sign this act' })).toBeVisible();
      },
    },
    { name: 'exchange', path: '/exchange', heading: 'Exchange' },
    { name: 'incident', does: opensForm('Report an incident') },
    { name: 'exposure', path: '/exposure' },
    { name: 'decisions', path: '/decisions', heading: 'Decisions' },
    { name: 'account', path: '/me' },
  ]);
});

test('an Observer’s day: what is live, and what may be read', async ({ browser }) => {
  test.slow();
  const observer = await Somebody.enrols(browser, server, links.get('Observer') ?? '');
  await lives('observer', observer, [
    morning,
    { ...live, does: ({ page }) => expect(page.getByRole('button', { name: 'For', exact: true })).toHaveCount(0) },
    { name: 'exchange', path: '/exchange', heading: 'Exchange' },
    { name: 'work-plan', path: '/work-plan', heading: 'Work-plan' },
    { name: 'organization', path: '/organizations/1' },
    { name: 'charter', path: '/charter', heading: 'Charter' },
  ]);
});

test('a guest’s day: by the personal link to the lecture, and to nothing else', async ({ browser }) => {
  const guest = await Somebody.arrives(browser, server);
  const enters = (button: string) => (who: Somebody) =>
    who.page.getByRole('button', { name: button, exact: true }).click();
  await guest.page.goto(invitation);
  await lives('guest', guest, [
    { name: 'door', does: ({ page }) => expect(page.getByRole('button', { name: 'Come in' })).toBeVisible() },
    {
      name: 'meeting',
      does: async (who) => {
        await enters('Come in')(who);
        await expect(who.page.getByRole('heading', { level: 1, name: 'Open lecture' })).toBeVisible();
      },
    },
    {
      name: 'inside',
      does: async (who) => {
        await enters('I accept')(who);
        await enters('Enter')(who);
        await expect(who.page.getByRole('button', { name: 'Leave' })).toBeVisible();
        await expect(who.page.getByRole('heading', { name: 'Council' })).toHaveCount(0);
      },
    },
    { name: 'elsewhere', path: '/organizations/1', heading: 'Not yours to read' },
  ]);
});

test('every answer kept to the contract', () => expect(problems).toEqual([]));
