// A host that lies, or whoever stands between it and the page: what a page is answered is altered on the way. Nothing that the page
// signs may serve for anything else, and a record that doesn't continue the one that was seen has nothing signed any more.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cpSync } from 'node:fs';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import canonicalize from 'canonicalize';

import { contentHash, Contents } from '../src/acts/content';
import { problems } from './contract';
import { Server, Somebody } from './harness';
import { headAt, headOf, sees } from './head';

test.describe.configure({ mode: 'serial' });

const server = new Server(8195, 'ccop');
const fork = new Server(8196, 'ccop');
let links: Map<string, string>;
let secretary: Somebody;
let member: Somebody;

interface SignIn {
  passkey: object;
}
interface Registered {
  id: number;
  name: string;
  email: string;
  wording?: { texts: { salt: string; text: string }[] };
  may?: string[];
}
interface Sent {
  request: string;
}
interface Desk {
  tasks: { kind: string; about: { link_key?: string } }[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const api = (path: string, at = server) => `${at.origin}/c/ccop/api${path}`;

const personAt = async (page: Page) =>
  ((await (await page.request.get(api('/me'))).json()) as { person: number }).person;

/** A request of the person's own, as the page would write it. */
async function requestOf(page: Page, person: number, command: object) {
  const told = await headAt(page, server);
  const asked_at = new Date().toISOString();
  const request = canonicalize({ community: 'ccop', person, asked_at, head: headOf(told), command }) ?? '';
  return { request, message: `ccop act v2\n${told.log_key}\n${request}` };
}

/** Has the passkey of whoever sits at the page sign a message, without a word to them. */
async function signedAt(page: Page, message: string) {
  return page.evaluate(async (challenge) => {
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const textOf = (bytes: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    const given = (await navigator.credentials.get({
      publicKey: { challenge: bytesOf(challenge), userVerification: 'required' },
    })) as PublicKeyCredential;
    const { authenticatorData, clientDataJSON, signature } = given.response as AuthenticatorAssertionResponse;
    return {
      credential: textOf(given.rawId),
      authenticator_data: textOf(authenticatorData),
      client_data: textOf(clientDataJSON),
      signature: textOf(signature),
    };
  }, createHash('sha256').update(message).digest('base64'));
}

const peopleAt = async (page: Page) =>
  ((await (await page.request.get(api('/people'))).json()) as { people: Registered[] }).people;

/** Somebody for whom a link can be made out. */
async function notEnrolled(page: Page) {
  const found = (await peopleAt(page)).find(({ may }) => may?.includes('offer-enrolment'));
  if (!found) throw new Error('everybody is enrolled');
  return found;
}

/** What whoever names this person has seen of them. */
const seenOf = ({ wording }: Registered) => ({
  texts: (wording?.texts ?? []).map(({ salt, text }) => contentHash(Buffer.from(salt, 'base64url'), text)),
  clear: [],
});

/** Sends to the host what no page would. */
async function answerTo(page: Page, path: string, data: object) {
  const answer = await page.request.post(api(path), { data });
  return { ok: answer.ok(), key: ((await answer.json()) as { key?: string }).key };
}

/** Another act than the person signed arrives at the host. */
const altersActs = (page: Page, alter: (request: { asked_at: string; command: object }) => object) =>
  page.route('**/api/acts', (route) => {
    const sent = route.request().postDataJSON() as Sent;
    const altered = alter(JSON.parse(sent.request) as { asked_at: string; command: object });
    return route.continue({ postData: JSON.stringify({ ...sent, request: canonicalize(altered) }) });
  });

/** The bodies that the page sends to an address from now on. */
function sends<T>(page: Page, path: string): T[] {
  const bodies: T[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === api(path)) bodies.push(request.postDataJSON() as T);
  });
  return bodies;
}

const broke = (page: Page) => page.getByTestId('record-broke');

async function signsOut(page: Page) {
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
}

/** Nothing of an act leaves the page, and the person is told why. */
async function signsNothing(somebody: Somebody) {
  const { page } = somebody;
  const acts = sends(page, '/acts');
  await somebody.registersPerson('Nobody Atall');
  await expect(page.getByTestId('problem')).toContainText('Do not sign anything');
  await expect(broke(page)).toBeVisible();
  expect(acts).toEqual([]);
}

test.beforeAll(async ({ browser }) => {
  links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
});
test.afterAll(async () => {
  await fork.end();
  await server.end();
});

test('what is signed at sign-in is no act, whatever the host calls its challenge', async () => {
  const { page } = secretary;
  const newcomer = await notEnrolled(page);
  const { request, message } = await requestOf(page, await personAt(page), {
    type: 'offer-enrolment',
    person: newcomer.id,
    link_key: sha256('a link of the host'),
    until: new Date(Date.now() + 86_400_000).toISOString(),
    seen: seenOf(newcomer),
  });
  await signsOut(page);
  await page.route('**/api/challenge', (route) => route.fulfill({ json: { challenge: sha256(message) } }));
  const signIns = sends<SignIn>(page, '/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByTestId('problem')).toContainText('This passkey was not accepted');
  expect(signIns).toHaveLength(1);
  const [{ passkey } = { passkey: {} }] = signIns;
  const { client_data } = passkey as { client_data: string };
  const signed = JSON.parse(Buffer.from(client_data, 'base64url').toString()) as { challenge: string };
  expect(signed.challenge).not.toBe(sha256(message));

  // The host has every session; here it borrows one that is still good.
  await page.unroute('**/api/challenge');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
  const before = headOf(await headAt(page, server)).size;
  const sentBy = (one: object) => answerTo(page, '/acts', { request, contents: [], signature: { passkey: one } });
  expect(await sentBy(passkey)).toEqual({ ok: false, key: 'signature-does-not-hold' });
  expect(headOf(await headAt(page, server)).size).toBe(before);
  // Nothing else was wrong with it: signed as an act, the same request is taken.
  expect(await sentBy(await signedAt(page, message))).toEqual({ ok: true, key: undefined });
});

test('a signature for one act serves for no other', async () => {
  const { page } = secretary;
  const unfitting = 'The signature does not fit the request';
  await altersActs(page, (asked) => {
    const asked_at = new Date(Date.parse(asked.asked_at) + 1000).toISOString();
    return { ...asked, asked_at };
  });
  await secretary.registersPerson('Faye Forged');
  await expect(page.getByTestId('problem')).toContainText(unfitting);
  await page.unroute('**/api/acts');

  // By the passkey as by the key of the sign-in: the host would have its own link signed.
  await secretary.go('/people');
  await altersActs(page, (asked) => ({ ...asked, command: { ...asked.command, link_key: sha256('of the host') } }));
  await page.getByRole('button', { name: 'Make a link' }).first().click();
  await secretary.confirms();
  await expect(page.getByTestId('problem')).toContainText(unfitting);
  await expect(page.getByTestId('link')).toHaveCount(0);
  await page.unroute('**/api/acts');
  await secretary.go('/people');
  await expect(page.getByRole('cell', { name: 'Faye Forged' })).toHaveCount(0);
});

test('a link serves whoever has its secret, and not the host, who knows its key', async ({ browser }) => {
  const { page } = secretary;
  const { id, name } = await notEnrolled(page);
  await secretary.go('/people');
  const acts = sends<Sent>(page, '/acts');
  await page.getByRole('row', { name }).getByRole('button', { name: 'Make a link' }).click();
  await secretary.confirms();
  const link = (await page.getByTestId('link').textContent()) ?? '';
  const [{ request: offered } = { request: '{}' }] = acts;
  const { link_key } = (JSON.parse(offered) as { command: { link_key: string } }).command;

  const host = generateKeyPairSync('ed25519');
  const hostKey = host.publicKey.export({ format: 'jwk' }).x ?? '';
  const contents = new Contents();
  const { request, message } = await requestOf(page, id, {
    type: 'enrol-passkey',
    person: id,
    credential: sha256('a passkey of the host'),
    algorithm: -8,
    public_key: hostKey,
    relying_party: 'localhost',
    label: contents.add('Of the host'),
  });
  const signature = sign(undefined, Buffer.from(message), host.privateKey).toString('base64url');
  const enrolledBy = (key: string) =>
    answerTo(page, '/enrolment', { request, contents: contents.all, signature: { link: { key, signature } } });
  expect(await enrolledBy(link_key)).toEqual({ ok: false, key: 'signature-does-not-hold' });
  expect(await enrolledBy(hostKey)).toEqual({ ok: false, key: 'link-not-valid' });
  const invited = await Somebody.arrives(browser, server);
  await invited.page.goto(link);
  await invited.page.getByRole('button', { name: 'Enrol' }).click();
  // Without a seat, one's first page is the meetings.
  await expect(invited.page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible();
  await invited.context.close();
});

test('a host that puts its own link in the place of a recovery is found out by the words', async ({ browser }) => {
  const { page } = secretary;
  const person = await personAt(member.page);
  const email = (await peopleAt(page)).find(({ id }) => id === person)?.email ?? '';
  const lost = await Somebody.arrives(browser, server);
  await lost.go('/recover');
  await lost.page.getByLabel('E-mail address').fill(email);
  await lost.page.getByRole('button', { name: 'Ask for recovery' }).click();
  const words = (await lost.page.locator('pre').first().textContent()) ?? '';
  await lost.context.close();

  await page.route('**/api/desk', async (route) => {
    const response = await route.fetch();
    const desk = (await response.json()) as Desk;
    const tasks = desk.tasks.filter(({ kind }) => kind === 'confirm-recovery');
    for (const { about } of tasks) about.link_key = sha256('a link of the host');
    await route.fulfill({ response, json: desk });
  });
  const acts = sends(page, '/acts');
  await secretary.go('/');
  await secretary.fills('Confirm', { 'The twelve words': words });
  await expect(secretary.dialog('Confirm')).toContainText('the words of another request');
  await page.unroute('**/api/desk');
  expect(acts).toEqual([]);
  // The same words are those of the true request.
  await secretary.go('/');
  await secretary.fills('Confirm', { 'The twelve words': words });
  await expect(page.getByTestId('act-words')).toContainText(words);
});

test('a page that is shown an older record than it saw signs nothing, then or later', async ({ browser }) => {
  const chair = await Somebody.enrols(browser, server, links.get('co-Chair') ?? '');
  const { page } = chair;
  const older = await headAt(page, server);
  await secretary.registersPerson('Nia Newcomer');
  await expect(secretary.page.getByRole('cell', { name: 'Nia Newcomer', exact: true })).toBeVisible();
  await chair.go('/people');
  await expect(page.getByRole('cell', { name: 'Nia Newcomer', exact: true })).toBeVisible();
  expect((await sees(chair, server)).size).toBeGreaterThan(headOf(older).size);
  await expect(broke(page)).toHaveCount(0);
  await page.route('**/api/log/head*', (route) => route.fulfill({ json: { ...older, consistency: [] } }));
  await signsNothing(chair);
  await page.unroute('**/api/log/head*');
  await page.reload();
  await signsNothing(chair);
  const signIns = sends(page, '/sign-in');
  await page.reload();
  await signsOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByTestId('problem')).toContainText('Do not sign anything');
  expect(signIns).toEqual([]);
  await chair.context.close();
});

test('a page that is shown a fork signs nothing, though the log’s own key signed it', async ({ browser }) => {
  test.slow(); // two servers, and the people of both
  await server.stop();
  cpSync(server.data, fork.data, { recursive: true });
  await server.start();
  await fork.start();

  // The same places in the two records hold different entries.
  await secretary.registersPerson('Lou Latecomer');
  await expect(secretary.page.getByRole('cell', { name: 'Lou Latecomer', exact: true })).toBeVisible();
  await member.go('/people');
  await expect(member.page.getByRole('cell', { name: 'Lou Latecomer', exact: true })).toBeVisible();
  const elsewhere = await Somebody.enrols(
    browser,
    fork,
    (links.get('Observer') ?? '').replace(server.origin, fork.origin),
  );
  for (const name of ['Fay Fork', 'Finn Fork']) {
    await elsewhere.registersPerson(name);
    await expect(elsewhere.page.getByRole('cell', { name, exact: true })).toBeVisible();
  }
  await elsewhere.context.close();
  const seen = await sees(member, server);
  const forked = headOf(await headAt(member.page, fork));
  expect(forked.size).toBeGreaterThanOrEqual(seen.size);
  expect(forked.root).not.toBe(seen.root);

  await member.page.route('**/api/log/head*', async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('from') ?? 0);
    await route.fulfill({ json: await headAt(member.page, fork, from) });
  });
  await member.page.reload();
  await expect(broke(member.page)).toContainText('keep this device as evidence');
  await signsNothing(member);

  // Whoever wasn't lied to goes on.
  await secretary.go('/people');
  await expect(broke(secretary.page)).toHaveCount(0);
  const observer = await Somebody.enrols(browser, server, links.get('Observer') ?? '');
  await observer.registersPerson('Max Mate');
  await secretary.go('/people');
  await expect(secretary.page.getByRole('cell', { name: 'Max Mate', exact: true })).toBeVisible();
});

test('the record that was not forked is sound', async () => {
  await server.stop();
  expect(server.audit()).toContain('is sound');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
