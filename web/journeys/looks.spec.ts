// How the pages look and read: accessible, in light and dark, from the right, in a longer language, on a phone.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8192, 'ccop');
const pages = [
  '/',
  '/duties',
  '/meetings',
  '/meetings/3',
  '/decisions',
  '/work-plan',
  '/priorities/0',
  '/groups/0',
  '/items',
  '/items?view=board&state=all',
  '/items?view=line&state=all',
  '/items/review',
  '/items/review?since=2026-01-01',
  '/items/import',
  '/elections',
  '/elections/0',
  '/exchange',
  '/exchange/matrix',
  '/exchange/machines',
  '/organizations',
  '/organizations/1',
  '/people',
  '/record',
  '/record/5',
  '/charter',
  '/mail',
  '/me',
];
let links: Map<string, string>;
let secretary: Somebody;

async function settled(page: Page, path: string) {
  await page.goto(`${server.origin}/c/ccop${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

test.beforeAll(async () => {
  links = server.demo();
  await server.start('--mail-folder', `${server.data}/mail`, '--mail-from', 'ccop@example.org');
});
test.afterAll(() => server.end());

test('the demonstration is entered as Secretary, co-Chair, Member and Observer', async ({ browser }) => {
  expect([...links.keys()]).toEqual(['Secretary', 'co-Chair', 'Member', 'Observer']);
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  const member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  await expect(member.page.getByTestId('task-silence').filter({ hasText: 'Agree to the overview' })).toBeVisible();
  await member.go('/meetings/3');
  await expect(member.page.getByRole('heading', { name: 'Adopt a 24-hour sharing commitment' })).toBeVisible();
  await member.context.close();
  const observer = await Somebody.enrols(browser, server, links.get('Observer') ?? '');
  await observer.go('/meetings/3');
  await expect(observer.page.getByTestId('motion').first()).toBeVisible();
  await expect(observer.page.getByRole('button', { name: 'For', exact: true })).toHaveCount(0);
  await observer.context.close();
});

test('the Secretary sees who owes what, and a stranger does not', async ({ browser }) => {
  await settled(secretary.page, '/duties');
  const soon = secretary.page.getByTestId('duties-soon');
  const silence = soon.getByTestId('duty-silence').filter({ hasText: 'overview of proceedings' });
  await expect(silence).toContainText('Clause 5.4');
  const keys = secretary.page.getByTestId('duty-register-voting-key');
  await keys.getByText('32 seats').click();
  await expect(keys).toContainText('WMO');
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/c/ccop/duties`);
  await expect(page.getByTestId('duty-silence')).toHaveCount(0);
  await page.context().close();
});

test('meetings are shown a year at a time', async () => {
  const { page } = secretary;
  await settled(page, '/meetings');
  const rows = page.getByRole('table', { name: 'Meetings' }).getByRole('row');
  const thisYear = await rows.count();
  await page.getByText('All years', { exact: true }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(thisYear);
});

test('an organization has a history', async () => {
  const { page } = secretary;
  const { motions } = (await (await page.request.get(`${server.origin}/c/ccop/api/motions`)).json()) as {
    motions: { votes: { organization: string }[] }[];
  };
  const voter = motions.flatMap(({ votes }) => votes)[0]?.organization ?? '';
  await settled(page, '/organizations');
  await page.getByRole('link', { name: voter, exact: true }).click();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText(/became main representative/).first()).toBeVisible();
  await expect(history.getByText(/^Voted on: /).first()).toBeVisible();
  await expect(history.getByText('Came in')).toBeVisible();
});

test('the end of an admitted Observer is proposed, and the members are consulted', async () => {
  const { page } = secretary;
  await settled(page, '/organizations');
  await page.getByRole('link', { name: 'OBS1', exact: true }).click();
  await secretary.fills('Propose to end', { 'Why it should be an Observer no longer': 'It has merged.' });
  await secretary.confirms();
  await settled(page, '/organizations');
  await page.getByRole('tab', { name: 'Proposed Observers' }).click();
  await expect(page.getByText('Members are consulted on its end')).toBeVisible();
  await settled(page, '/organizations/0');
  await expect(page.getByRole('button', { name: 'Propose to end' })).toHaveCount(0); // the charter lists it
});

for (const scheme of ['light', 'dark'] as const)
  test(`no page has a serious barrier, in ${scheme} colours`, async () => {
    test.slow(); // all pages
    const { page } = secretary;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const path of pages) {
      await settled(page, path);
      await page.screenshot({ path: `test-results/looks/${scheme}${path.replaceAll('/', '-')}.png`, fullPage: true });
      found.push(...(await barriers(page)).map((barrier) => `${path}: ${barrier}`));
    }
    expect(found).toEqual([]);
  });

/** Texts that lie outside of a box which shows no more than what fits into it, and can't be scrolled. */
const clippedTexts = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const isCut = (of: Element | null, { left, right, width }: DOMRect): boolean => {
      for (let box = of; box && box !== document.body; box = box.parentElement) {
        const { overflowX, textOverflow, clipPath, position } = getComputedStyle(box);
        // What can be scrolled, ends in dots, or is for screen readers alone, is as it was meant.
        if (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis' || clipPath !== 'none') return false;
        const seen = box.getBoundingClientRect();
        if (seen.width <= 1) return false;
        if (overflowX !== 'visible' && width > 0 && (right > seen.right + 1 || left < seen.left - 1)) return true;
        if (position === 'fixed') return false;
      }
      return false;
    };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? '';
      if (words === '' || text.parentElement?.closest('svg')) continue;
      range.selectNodeContents(text);
      if ([...range.getClientRects()].some((rect) => isCut(text.parentElement, rect))) found.add(words.slice(0, 60));
    }
    return [...found];
  });

for (const [name, query, width] of [
  ['from the right', 'dir=rtl', 1280],
  ['in the pseudo-locale', 'lang=pseudo&dir=ltr', 1280],
  ['on a phone', 'lang=en', 390],
] as const)
  test(`nothing is cut off or overflows, ${name}`, async () => {
    const { page } = secretary;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${server.origin}/c/ccop/?${query}`);
    for (const path of pages) {
      await settled(page, path);
      await page.screenshot({
        path: `test-results/looks/${name.replaceAll(' ', '-')}${path.replaceAll('/', '-')}.png`,
        fullPage: false,
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} is wider than its window`).toBeLessThanOrEqual(0);
      expect(await clippedTexts(page), `${path} cuts these off`).toEqual([]);
    }
    if (width < 768) await expect(page.locator('.account-for')).toBeVisible();
    if (query.startsWith('dir')) expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    if (query.startsWith('lang=pseudo')) await expect(page.getByText('My desk', { exact: true })).toHaveCount(0);
  });

/** All that is loaded until the network is at rest, for `path` with an empty cache. */
async function scriptOf(context: BrowserContext, path: string, shows: (page: Page) => Promise<void>) {
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      scripts.push(response.allHeaders().then((headers) => Number(headers['content-length'] ?? 0)));
  });
  await page.goto(`${server.origin}/c/ccop${path}`);
  await shows(page);
  const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return bytes;
}

test('until one can sign in, or use the desk, at most 200 KB of compressed script are loaded', async ({ browser }) => {
  const outside = await browser.newContext();
  const door = await scriptOf(outside, '/sign-in', (page) =>
    expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible(),
  );
  await outside.close();
  const desk = await scriptOf(secretary.page.context(), '/', (page) =>
    expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible(),
  );
  for (const bytes of [door, desk]) {
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
  }
});

test('the page can be used from the keyboard alone', async () => {
  const { page } = secretary;
  await page.setViewportSize({ width: 1280, height: 844 });
  await settled(page, '/?lang=en&dir=ltr');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.getByRole('link', { name: 'Charter' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Charter' })).toBeVisible();
});

for (const [look, query, width, colorScheme] of [
  ['light', 'dir=ltr', 1280, 'light'],
  ['dark', 'dir=ltr', 1280, 'dark'],
  ['from-the-right', 'dir=rtl', 1280, 'light'],
  ['on-a-phone', 'dir=ltr', 390, 'light'],
] as const)
  test(`lost passkeys and a broken record are told without a barrier, ${look}`, async ({ browser }) => {
    test.slow(); // several people
    const found: string[] = [];
    const sees = async (page: Page, name: string) => {
      // A dialog that is still coming can't be read yet.
      await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
      await page.screenshot({ path: `test-results/looks/${name}-${look}.png` });
      found.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${name}: ${wide} pixels wide`);
    };
    const lost = await Somebody.arrives(browser, server, {
      colorScheme,
      viewport: { width, height: 844 },
      reducedMotion: 'reduce',
    });
    await lost.go(`/recover?${query}`);
    await lost.page.getByLabel('E-mail address').fill('person2@example.org');
    await sees(lost.page, 'recovery-asks');
    await lost.page.getByRole('button', { name: 'Ask for recovery' }).click();
    await expect(lost.page.locator('pre')).toHaveCount(2);
    await sees(lost.page, 'recovery-words');

    const { page } = secretary;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await settled(page, `/?${query}`);
    await secretary.fills('Confirm', { 'The twelve words': 'abandon zebra2' });
    await expect(secretary.dialog('Confirm')).toContainText('No request has the word zebra2');
    await sees(page, 'confirm-slip');
    await secretary.dialog('Confirm').getByLabel('The twelve words').fill('zoo '.repeat(12));
    await secretary.dialog('Confirm').getByRole('button', { name: 'Confirm' }).click();
    await expect(secretary.dialog('Confirm')).toContainText('the words of another request');
    await sees(page, 'confirm-other');

    // Whoever comes in after the lie began is told at the first page.
    await lost.page.goto(`${server.origin}/c/ccop/`);
    await lost.context.addCookies(await secretary.context.cookies());
    await lost.page.route('**/api/log/head*', (route) =>
      route.fulfill({ json: { checkpoint: '', consistency: [], log_key: 'of another record', key_changes: [] } }),
    );
    await settled(lost.page, '/people');
    await expect(lost.page.getByTestId('record-broke')).toBeVisible();
    await sees(lost.page, 'record-broke');
    await lost.fills('Register a person', { Name: 'A', Position: 'B', 'E-mail address': 'a@example.org' });
    await expect(lost.page.getByTestId('problem')).toContainText('Do not sign anything');
    await sees(lost.page, 'record-broke-act');
    await lost.context.close();
    expect(found).toEqual([]);
  });

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
