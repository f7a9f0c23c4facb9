// One community reads from another over the network, and from a feed of MISP.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { program, Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const theirs = new Server(8205, 'harbour');
const ours = new Server(8206, 'ccop');
const taxii = 'application/taxii+json;version=2.1';
const collection = `${theirs.origin}/c/harbour/taxii2/collections/green/`;
let secretary: Somebody;

test.beforeAll(async ({ browser }) => {
  theirs.demo('tests/charters/harbour.toml');
  const links = ours.demo();
  await theirs.start();
  await ours.start('--allow-outbound', '127.0.0.0/8', '--allow-outbound', '::1');
  secretary = await Somebody.enrols(browser, ours, links.get('Secretary') ?? '');
});
test.afterAll(async () => {
  await ours.end();
  await theirs.end();
});

const subscriptions = () => secretary.page.getByRole('region', { name: 'Read from others' });

/** Presses "Read now" until the page says what is expected: how it stands is told every few seconds. */
async function readNow(expected: string | RegExp) {
  await subscriptions().getByRole('button', { name: 'Read now' }).last().click();
  await expect(subscriptions().getByText(expected).last()).toBeVisible({ timeout: 30_000 });
}

async function subscribe(kind: string, title: string, url: string, secret: string) {
  const { page } = secretary;
  await secretary.go('/exchange/machines');
  await page.getByRole('button', { name: 'Read from another server' }).click();
  const form = page.getByRole('dialog', { name: 'Read from another server' });
  await form.getByLabel('Title').fill(title);
  await form.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: kind }).click();
  await form.getByLabel('Address').fill(url);
  await form.getByLabel('Password, token or key').fill(secret);
  await form.getByRole('button', { name: 'Read from another server' }).click();
  await expect(form).toHaveCount(0);
}

async function finds(text: string) {
  await secretary.go('/exchange');
  await secretary.page.getByRole('textbox', { name: 'Search' }).fill(text);
  await expect(secretary.page.getByRole('link', { name: text })).toBeVisible();
}

test('another community’s collection is read, and later what is new there alone', async ({ request }) => {
  const share = async (last: number) => {
    const time = '2026-01-01T00:00:00Z';
    const tool = {
      type: 'tool',
      spec_version: '2.1',
      id: `tool--00000000-0000-4000-8000-00000000000${last}`,
      created: time,
      modified: time,
      name: `Lockpick number ${last}`,
    };
    const answer = await request.post(`${collection}objects/`, {
      headers: {
        Authorization: `Bearer ${theirs.tokens.get('read-write token of a Member')}`,
        Accept: taxii,
        'Content-Type': taxii,
      },
      data: JSON.stringify({ objects: [tool] }),
    });
    expect(answer.status()).toBe(202);
  };
  await share(1);
  await subscribe(
    'TAXII 2.1 collection',
    'The harbour',
    collection,
    theirs.tokens.get('read-only token of an Observer') ?? '',
  );
  await expect(subscriptions().getByText(/[1-9]\d* taken/)).toBeVisible({ timeout: 30_000 });
  await finds('Lockpick number 1');

  await secretary.go('/exchange/machines');
  const taken = await subscriptions()
    .getByText(/\d+ taken/)
    .textContent();
  const before = Number(/(\d+) taken/.exec(taken ?? '')?.[1]);
  await share(2);
  await readNow(`${before + 1} taken`);
  await finds('Lockpick number 2');
});

test('a file goes to a served community from the command line', async () => {
  const file = join(theirs.data, 'list.csv');
  writeFileSync(file, '192.0.2.77\nnonsense\n');
  const run = (...more: string[]) =>
    spawnSync(program, ['import', 'csv', file, '--server', `${ours.origin}/c/ccop`, ...more], {
      encoding: 'utf8',
      env: { ...process.env, CCOP_TOKEN: ours.tokens.get('read-write token of a Member') },
    });
  const strict = run('--strict');
  expect(strict.stderr).toContain('nothing was written: 1 of');
  expect(strict.status).toBe(1);
  expect(run().stdout).toContain('1 new, 0 known already, 1 refused');
  expect(run().stdout).toContain('0 new, 1 known already, 1 refused');
  expect(run('--token', 'wrong').stderr).toContain('answers with status 401');
  await finds('192.0.2.77');
});

test('a refused secret is told, and reading goes on when it is right again', async () => {
  await subscribe('TAXII 2.1 collection', 'With a wrong token', collection, 'wrong');
  await expect(subscriptions().getByText('it refuses the user or the secret')).toBeVisible({ timeout: 30_000 });
  await subscriptions().getByRole('button', { name: 'End', exact: true }).last().click();
  await expect(subscriptions().getByText('With a wrong token')).toHaveCount(0);
});

test('a feed of MISP is read again after it was out of order', async () => {
  const uuid = 'a6ef17d6-91cb-4a05-b10b-2f045daf874b';
  const event = {
    uuid,
    info: 'Fishing in the harbour',
    timestamp: '1767225600',
    published: true,
    Attribute: [{ uuid, type: 'domain', category: 'Network activity', value: 'harbour.example', to_ids: true }],
  };
  let isInOrder = false;
  const feed = createServer((request, response) => {
    const files = new Map<string | undefined, unknown>([
      ['/feed/manifest.json', { [uuid]: { timestamp: '1767225600' } }],
      [`/feed/${uuid}.json`, { Event: event }],
    ]);
    const file = request.headers.authorization === 'the key' ? files.get(request.url) : undefined;
    response.writeHead(isInOrder && file ? 200 : 500, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(file ?? {}));
  });
  await new Promise<void>((ready) => feed.listen(0, '127.0.0.1', ready));
  const { port } = feed.address() as AddressInfo;
  try {
    await subscribe('MISP feed', 'A feed', `http://127.0.0.1:${port}/feed`, 'the key');
    await expect(subscriptions().getByText('it answers with status 500')).toBeVisible({ timeout: 30_000 });
    isInOrder = true;
    await readNow('5 taken');
    await expect(subscriptions().getByText('it answers with status 500')).toHaveCount(0);
    await finds('Fishing in the harbour');
  } finally {
    feed.close();
  }
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
