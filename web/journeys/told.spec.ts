// What people are told without asking: by the bell above each page, by their browser, and in a channel of somebody else's.
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8218, 'ccop');
let secretary: Somebody;
let member: Somebody;

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start('--allow-outbound', '127.0.0.0/8');
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '', { permissions: ['notifications'] });
});
test.afterAll(() => server.end());

const bell = (page: Page) => page.getByTestId('bell');
const opens = async (page: Page) => {
  await bell(page).focus();
  await page.keyboard.press('Enter');
  const news = page.getByRole('dialog', { name: /^What is new/ });
  await expect(news).toBeVisible();
  return news;
};
/** Whatever is new is seen. */
async function seesAll(page: Page) {
  const news = await opens(page);
  const all = news.getByRole('button', { name: 'All seen' });
  await expect(all.or(news.getByText('Nothing is new.'))).toBeVisible();
  if (await all.isVisible()) await all.click();
  await expect(news.getByText('Nothing is new.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(news).toBeHidden();
}
/** The members are asked what they say to it. */
async function proposesObserver(acronym: string) {
  await secretary.go('/organizations');
  await secretary.page.getByRole('tab', { name: 'Proposed Observers' }).click();
  await secretary.fills('Propose an Observer', {
    Acronym: acronym,
    Name: `The ${acronym} organization`,
    'Why it should be admitted': 'Its officers work with ours.',
  });
  await secretary.confirms();
}

test('the bell tells of a task while one is elsewhere, and leads to it', async () => {
  const { page } = member;
  await member.go('/people');
  await seesAll(page);
  await proposesObserver('BELL');
  await expect(bell(page)).toHaveAccessibleName('What is new: 1 thing');
  const news = await opens(page);
  await news.getByRole('link', { name: /consulted on The BELL organization/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await expect(news).toBeHidden();
});

test('the list of what is new has no serious barrier, in light and dark, from the right and on a phone', async () => {
  const { page } = member;
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [dir, width] of [
      ['ltr', 1280],
      ['rtl', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${server.origin}/c/ccop/charter?dir=${dir}`);
      await opens(page);
      await page.screenshot({ path: `test-results/looks/bell-${colorScheme}-${dir}.png` });
      found.push(...(await barriers(page)));
      const box = await page.getByRole('dialog', { name: /^What is new/ }).boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
      await page.keyboard.press('Escape');
    }
  expect(found).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto(`${server.origin}/c/ccop/charter?dir=ltr`);
});

test('what was seen is not new after the page is loaded anew', async () => {
  const { page } = member;
  await seesAll(page);
  await page.reload();
  await expect(bell(page)).toHaveAccessibleName('What is new');
});

test('the browser tells how many things are new while the page is hidden, and never what', async () => {
  const { page } = member;
  await seesAll(page);
  const news = await opens(page);
  await news.getByRole('switch', { name: 'Tell me in this browser while the page is hidden' }).click();
  await expect(news.getByRole('switch')).toBeChecked();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const told: string[] = [];
    const Theirs = window.Notification;
    Object.assign(window, { told });
    window.Notification = class extends Theirs {
      constructor(words: string, options?: NotificationOptions) {
        super(words, options);
        told.push(JSON.stringify([words, options]));
      }
    };
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  });
  await proposesObserver('CHIME');
  await expect(bell(page)).toHaveAccessibleName('What is new: 1 thing');
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toEqual(['["CCOP: 1 thing for you",{"tag":"browser-notices/ccop"}]']);
});

test('a channel hears of a hook’s messages, and verifies them with the secret that was shown once', async () => {
  const came: { headers: IncomingHttpHeaders; body: string }[] = [];
  const channel = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += String(part)));
    request.on('end', () => {
      came.push({ headers: request.headers, body });
      response.end();
    });
  });
  await new Promise<void>((listening) => channel.listen(0, '127.0.0.1', listening));
  const { page } = secretary;
  await secretary.go('/me');
  const hooks = page.getByRole('region', { name: 'Hooks' });
  await secretary.fills('Make a hook', {
    'What it is called': 'Duty channel',
    'Address that the channel gives': `http://127.0.0.1:${(channel.address() as AddressInfo).port}/x?sig=hidden`,
    'How messages are written': 'For a program',
  });
  const secret = (await page.getByTestId('hook-secret').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(hooks.getByText('127.0.0.1')).toBeVisible();
  await expect(page.getByText('sig=hidden')).toHaveCount(0);
  await hooks.getByRole('button', { name: 'Send a test' }).click();
  await expect(hooks.getByText('Last message taken')).toBeVisible();
  const [message] = came;
  const signature = String(message?.headers['ccop-signature']);
  const [, seconds, code] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  expect(createHmac('sha256', secret).update(`${seconds}.${message?.body}`).digest('hex')).toBe(code);
  expect(Object.keys(JSON.parse(message?.body ?? '{}') as object).sort()).toEqual(['at', 'kind', 'link']);
  await secretary.fills('End', {});
  await expect(hooks.getByText('No channel hears of anything yet.')).toBeVisible();
  channel.close();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
