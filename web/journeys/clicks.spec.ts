// How few clicks what is done often takes, from the desk on; and that a refusal costs nothing of what was typed. docs/using.md has the figures, and this
// journey holds them to what it counts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8239, 'ccop');
const counted = { clicks: 0, fields: new Set<string>() };
let secretary: Somebody;
let chair: Somebody;
let member: Somebody;

/** Each press is a click, that on "Sign with passkey" as well; a field is one that was filled, however often. */
async function counts(context: BrowserContext) {
  await context.exposeBinding('ccopPressed', () => void (counted.clicks += 1));
  await context.exposeBinding('ccopFilled', (_, field: string) => void counted.fields.add(field));
  await context.addInitScript(() => {
    const { ccopPressed: pressed, ccopFilled: filled } = window as unknown as Record<string, (field?: string) => void>;
    addEventListener('pointerdown', () => pressed?.(), true);
    addEventListener('input', ({ target }) => target instanceof HTMLElement && filled?.(target.id), true);
  });
}

interface Promised {
  clicks: number;
  fields: number;
  atMost: number;
}
const table = new Map(
  [
    ...readFileSync(resolve(import.meta.dirname, '../../docs/using.md'), 'utf8').matchAll(
      /^\| ([a-z][^|]*) \| (\d+) \| (\d+) \| (\d+)[^|]* \|$/gm,
    ),
  ].map(([, what = '', clicks, fields, atMost]): [string, Promised] => [
    what,
    { clicks: Number(clicks), fields: Number(fields), atMost: Number(atMost) },
  ]),
);

/** Does it from the desk on, and compares with what is written. */
async function takes(what: string, who: Somebody, how: () => Promise<void>) {
  await who.go('/');
  await expect(who.page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  counted.clicks = 0;
  counted.fields.clear();
  await how();
  const { atMost, ...written } = table.get(what) ?? { clicks: -1, fields: -1, atMost: -1 };
  expect({ clicks: counted.clicks, fields: counted.fields.size }).toEqual(written);
  expect(counted.clicks).toBeLessThanOrEqual(atMost);
}

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  chair = await Somebody.enrols(browser, server, links.get('co-Chair') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  for (const { context } of [secretary, chair, member]) await counts(context);
});
test.afterAll(() => server.end());

test('a vote from the desk', async () => {
  await chair.go('/');
  await expect(chair.page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  const voter = (await chair.page.getByTestId('task-vote').count()) > 0 ? chair : member;
  await takes('vote from the desk', voter, async () => {
    await voter.signs('For', voter.page.getByTestId('task-vote').first());
    await expect(voter.page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible();
  });
});

test('a symposium with open days and an executive one is announced', async () => {
  const { page } = secretary;
  await takes('announce a symposium with open days and an executive one', secretary, async () => {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Meetings' }).click();
    await page.getByRole('button', { name: 'Plan a symposium' }).click();
    const form = secretary.dialog('Plan a symposium');
    await form.getByLabel('Title').fill('Symposium of the counted clicks');
    await form.getByLabel('Place').fill('Geneva');
    await form.getByRole('button', { name: 'Plan a symposium' }).click();
    await secretary.signs('Announce');
    await expect(page.getByText('Announced', { exact: true })).toBeVisible();
  });
  await expect(page.getByRole('heading', { name: 'Executive session' })).toBeVisible();
});

test('somebody is nominated', async () => {
  const { page } = member;
  const { people } = (await (await page.request.get(`${server.origin}/c/ccop/api/people`)).json()) as {
    people: { name: string; organization: string | null }[];
  };
  const { organizations } = (await (await page.request.get(`${server.origin}/c/ccop/api/organizations`)).json()) as {
    organizations: { key: string; status: string; representative: { name: string } | null }[];
  };
  const { candidacies } = (await (await page.request.get(`${server.origin}/c/ccop/api/elections/0`)).json()) as {
    candidacies: { person: { name: string } }[];
  };
  const { co_chairs } = (await (await page.request.get(`${server.origin}/c/ccop/api/bodies`)).json()) as {
    co_chairs: { person: { name: string } | null }[];
  };
  const barred = [...candidacies, ...co_chairs].map(({ person }) => person?.name);
  const nominee =
    organizations
      .filter(({ status }) => status === 'member')
      .flatMap(({ representative }) => representative?.name ?? [])
      .find((name) => !barred.includes(name) && people.filter((one) => one.name === name).length === 1) ?? '';
  await takes('nominate somebody for co-Chair, with the keyboard', member, async () => {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Elections' }).click();
    await page.getByRole('button', { name: 'Nominate' }).first().click();
    const form = member.dialog('Nominate');
    const field = form.getByRole('combobox', { name: 'Person' });
    await expect(field).toBeFocused();
    await page.keyboard.type(nominee);
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await member.signs('Nominate', form);
    await expect(page.getByTestId('candidacy').filter({ hasText: nominee }).first()).toBeVisible();
  });
});

test('an incident is shared with what was pasted', async () => {
  const { page } = member;
  await takes('share an incident with pasted indicators', member, async () => {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Exchange' }).click();
    await page.getByRole('button', { name: 'Report an incident' }).click();
    const form = member.dialog('Report an incident');
    await form.getByLabel('What happened, in a line').fill('A false login page');
    await form.getByLabel('How it was found').fill('By a colleague.');
    await form
      .getByLabel('Addresses, domains, hashes and the like')
      .fill('hxxps://login[.]counted[.]example/a from 198.51.100[.]78, see CVE-2026-1235');
    await expect(form.getByText('3 recognised')).toBeVisible();
    await form.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A false login page' })).toBeVisible();
  });
});

test('a token is made for a machine', async () => {
  const { page } = member;
  await takes('make a token for a machine', member, async () => {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Exchange' }).click();
    await page.getByRole('link', { name: 'Make a token' }).click();
    const form = member.dialog('Make a token');
    await form.getByLabel('What it is for').fill('SIEM');
    await form.getByRole('button', { name: 'Make a token' }).click();
    await expect(page.getByTestId('token')).toBeVisible();
  });
});

test('what was typed stands there still after a refusal, and goes through once it is put right', async () => {
  const { page } = secretary;
  await secretary.go('/meetings');
  await page.getByRole('button', { name: 'Plan a meeting' }).click();
  const form = secretary.dialog('Plan a meeting');
  const typed = { Title: 'A meeting put right', Place: 'Rome', Description: 'All that was typed.' };
  for (const [label, text] of Object.entries(typed))
    await form.getByRole('textbox', { name: label, exact: true }).fill(text);
  const ends = form.getByLabel('Ends').first();
  const meant = await ends.inputValue();
  await ends.fill(meant.replace(/^\d{4}/, '2020'));
  await form.getByRole('button', { name: 'Plan a meeting' }).click();
  await expect(ends).toBeFocused();
  await expect(ends).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByText(/^A meeting ends after it starts/)).toBeVisible();
  for (const [label, text] of Object.entries(typed))
    await expect(form.getByRole('textbox', { name: label, exact: true })).toHaveValue(text);
  await ends.fill(meant);
  await form.getByRole('button', { name: 'Plan a meeting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: typed.Title })).toBeVisible();
  await expect(page.getByText(typed.Description)).toBeVisible();
});

test('every answer kept to the contract', () => expect(problems).toEqual([]));
