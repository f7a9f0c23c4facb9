// A round of exposure as a CISO lives it: what was found before, the seat's key, the answers by keys alone, and the proof that the totals are right.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { passphrase } from './electorate';
import { program, Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8211, 'ccop');
let member: Somebody;
/** The one that opens soon after the demonstration was made; two were held before. */
const next = '/exposure/rounds/2';
const sent: string[] = [];
/** The file of the seat's keybox. */
let keybox = '';

/** Presses it, and keeps what the page saves; gives the file. */
async function saves(within: Locator, button: string): Promise<string> {
  const download = member.page.waitForEvent('download');
  await within.getByRole('button', { name: button }).click();
  const file = join(server.data, (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000); // the devices of thirty seats answer two rounds
  // Whoever has no voting key when it opens is not asked: this is as long as a busy machine takes until there is one.
  const links = server.demo('charter/ccop.toml', ['--round-opens-in', '3']);
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  member.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
});
test.afterAll(() => server.end());

test('the desk asks for the voting key of the seat, and the page says what is promised', async () => {
  const { page } = member;
  await member.go('/');
  await page.getByTestId('task-register-voting-key').first().getByRole('link').click();
  const card = page.getByTestId('voting-key');
  await card.getByRole('button', { name: /Register the key/ }).click();
  await member.confirms();
  await expect(card).toContainText('Your seat has a voting key');
  await card.getByRole('button', { name: 'Hand it on in a file' }).click();
  await card.getByLabel('New passphrase').fill(passphrase);
  await card.getByLabel('Passphrase again').fill(passphrase);
  keybox = await saves(card, 'Save the keybox');
  await member.go('/exposure');
  await expect(page.getByText('Your answers are encrypted on your device before they leave it.')).toBeVisible();
  await expect(page.getByText('only if at least 15 took part')).toBeVisible();
  expect(await everyLook(page, 'exposure')).toEqual([]);
});

test('what two rounds found is shown, with who verified it', async () => {
  test.slow(); // it is a long page, in every look
  const { page } = member;
  await member.go('/exposure/rounds/0');
  const result = page.getByTestId('round-result');
  await expect(page.getByTestId('took-part')).toContainText('30 of 4');
  await expect(result.getByRole('table').first()).toBeVisible();
  await expect(page.getByTestId('audits')).toContainText('3 programs');
  expect(await everyLook(page, 'exposure-result')).toEqual([]);
  expect(await page.content()).not.toContain('undefined');
});

test('this device verifies the archive by itself, and the seat says so', async () => {
  test.slow(); // some 3,600 ciphertexts
  const { page } = member;
  await member.go('/exposure/rounds/0');
  const audits = page.getByTestId('audits');
  await audits.getByRole('button', { name: 'Verify the result on this device' }).click();
  const sign = audits.getByRole('button', { name: 'I verified this archive' });
  await expect(sign).toBeVisible({ timeout: 120_000 });
  await sign.click();
  await member.confirms();
  await expect(audits.getByRole('list').first().getByRole('listitem')).toHaveCount(4);
});

test('the round opens at its time, and is answered with keys alone', async () => {
  test.setTimeout(300_000); // until it opens
  const { page } = member;
  await expect(async () => {
    await member.go(next);
    await expect(page.getByTestId('answers')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 220_000 });
  const card = page.getByTestId('answers');
  await card.getByRole('button', { name: 'Open with my passkey' }).click();
  await card.getByRole('button', { name: 'Answer the questions' }).click();
  expect(await everyLook(page, 'exposure-answering')).toEqual([]);
  sent.length = 0;
  for (const key of ['1', '2', '3', '0']) {
    await expect(card.getByTestId('asking')).toBeVisible();
    await page.keyboard.press(key);
  }
  await expect(card.getByTestId('asking')).toContainText('Question 5 of');
});

test('what was begun is there again after the tab was closed; then it is cast', async () => {
  const { page } = member;
  await member.go(next);
  const card = page.getByTestId('answers');
  await card.getByRole('button', { name: 'Open with my passkey' }).click();
  await card.getByRole('button', { name: 'To the overview' }).click();
  await expect(card.getByTestId('review')).toContainText('3 of');
  await card.getByRole('button', { name: 'Encrypt my answers' }).click();
  await card.getByRole('button', { name: 'Cast this ballot' }).click();
  await member.confirms();
  await expect(card.getByText('Your organization took part')).toBeVisible();
  await expect(page.getByTestId('took-part')).toContainText('1 of 4');
  // What left the device is a ballot and what was sealed, and neither names a level.
  expect(sent.filter((one) => /\/api\/exposure\/own\/keep/.test(one))).toHaveLength(1);
  expect(sent.join('\n')).not.toMatch(/"(No harm|Minor|Serious|Severe)"/);
});

interface AnswersToFillIn {
  answers: Record<string, string[]>;
  choose_from: Record<string, { answers: string[] }>;
}

/** As somebody would with an editor: the highest level of each question. Gives how many are answered. */
function fillsIn(file: string): number {
  const toFill = JSON.parse(readFileSync(file, 'utf8')) as AnswersToFillIn;
  for (const [id, { answers }] of Object.entries(toFill.choose_from)) toFill.answers[id] = answers.slice(-1);
  writeFileSync(file, JSON.stringify(toFill));
  return Object.keys(toFill.answers).length;
}

test('who does not trust the page answers in a file, and the program makes the ballot that the page casts', async () => {
  test.slow();
  const { page } = member;
  await member.go(next);
  const card = page.getByTestId('answers');
  await card.getByRole('button', { name: 'Answer again' }).click();
  await card.getByRole('button', { name: 'I make my ballot elsewhere' }).click();
  const paper = await saves(card, 'Save the ballot paper');
  const answers = await saves(card, 'Save a file of answers to fill in');
  expect(await everyLook(page, 'exposure-elsewhere')).toEqual([]);
  const ballot = join(server.data, 'made.json');
  const made = () =>
    spawnSync(
      program,
      ['exposure', 'answer', answers, '--paper', paper, '--keybox', keybox, '--record', server.data, '--out', ballot],
      { env: { ...process.env, CCOP_KEYBOX_PASSPHRASE: passphrase }, encoding: 'utf8' },
    );
  const asked = fillsIn(answers);
  const said = made();
  expect(said.stderr).toBe('');
  expect(said.stdout).toContain('the record opened this very ballot');
  // Two are counted together, so the ballot has one question less than were asked.
  expect(said.stdout).toMatch(new RegExp(`^(${asked}|${asked - 1}) of \\1 questions`, 'm'));
  await card.locator('input[type=file]').setInputFiles(ballot);
  await card.getByRole('button', { name: 'Use this ballot' }).click();
  const tracker = /tracking number: (\S+)/.exec(said.stdout)?.[1] ?? 'none';
  await expect(card.getByTestId('tracker')).toHaveText(tracker);
  await card.getByRole('button', { name: 'Cast this ballot' }).click();
  await member.confirms();
  await expect(card.getByText('Your organization took part')).toBeVisible();
  await expect(card.getByTestId('tracker')).toHaveText(tracker);
  writeFileSync(answers, readFileSync(answers, 'utf8').replace('"movement/GV":["Better"]', '"movement/GV":["Best"]'));
  const refused = made();
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain('movement/GV: "Best" is none of its answers');
});

test('what a colleague prepared is sealed to the seat, opened by its keybox, and looked through', async () => {
  test.slow();
  const { page } = member;
  await member.go(next);
  const card = page.getByTestId('answers');
  await card.getByRole('button', { name: 'Answer again' }).click();
  await card.getByRole('button', { name: 'I prepare answers for a colleague' }).click();
  await expect(card.getByTestId('asking')).toBeVisible();
  await page.keyboard.press('2');
  const all = Number(/of (\d+)/.exec((await card.getByTestId('asking').textContent()) ?? '')?.[1]);
  for (let i = 1; i < all; i++) await page.keyboard.press('PageDown');
  await expect(card.getByTestId('review')).toBeVisible();
  expect(await everyLook(page, 'exposure-prepared')).toEqual([]);
  const prepared = await saves(card, 'Save the file for my colleague');
  expect(readFileSync(prepared, 'utf8')).not.toContain('movement/GV');
  await card.getByRole('button', { name: 'Answer on this page' }).click();
  await card.getByRole('button', { name: 'Open with my passkey' }).click();
  await card.getByText('A colleague prepared answers').click();
  await card.locator('input[type=file]').setInputFiles(prepared);
  await card.getByRole('button', { name: 'Open and look through' }).click();
  await expect(card.getByTestId('review')).toBeVisible();
});

test('no question on a state is asked twice within the year', async () => {
  const { rounds } = (await (await member.page.request.get(`${server.origin}/c/ccop/api/exposure`)).json()) as {
    rounds: { asks: { name: string; part: number | null }[] }[];
  };
  const parts = rounds.flatMap(({ asks }) => asks.flatMap(({ name, part }) => (name === 'nist-csf-2.0' ? [part] : [])));
  expect([...parts].sort()).toEqual([1, 2, 3]);
});

/** Of another program, which ./check installs (scripts/belenios.sh). */
const peer = process.env.BELENIOS_TOOL ?? join(import.meta.dirname, '../../build/belenios/bin/belenios-tool');
const verifies = (command: string, args: string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { isSound: status === 0, said: stdout + stderr };
};

/** The numbers of the rounds whose totals were opened. */
async function counted(): Promise<number[]> {
  const answer = await member.page.request.get(`${server.origin}/c/ccop/api/exposure`);
  const { rounds } = (await answer.json()) as { rounds: { id: number; outcome: string | null }[] };
  return rounds.flatMap(({ id, outcome }) => (outcome === 'counted' ? [id] : [])).sort((a, b) => a - b);
}

test('a stranger without an account verifies each archive by two programs, and neither takes a changed one', async ({
  request,
}) => {
  test.setTimeout(300_000); // some 3,600 ciphertexts a round, by three programs each
  expect(existsSync(peer), `${peer} is there: ./check installs it`).toBe(true);
  const rounds = await counted();
  expect(rounds).toEqual([0, 1]);
  for (const round of rounds) {
    const { page } = member;
    await member.go(`/exposure/rounds/${round}`);
    const folder = mkdtempSync(join(server.data, 'stranger-'));
    const downloads = async (link: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const file = join(folder, (await download).suggestedFilename());
      await (await download).saveAs(file);
      return file;
    };
    const archive = await downloads('Download the archive');
    const proofs = await downloads('Download the proofs');
    // Whoever has no account is given it by a member: the server gives it to nobody else.
    const address = (await page.getByRole('link', { name: 'Download the archive' }).getAttribute('href')) ?? '';
    expect((await request.get(new URL(address, page.url()).href)).status()).toBe(401);

    const byPeer = () => verifies(peer, ['election', 'verify'], folder);
    const byOurs = () => verifies(program, ['election', 'verify', archive, '--proofs', proofs], folder);
    const theirs = byPeer();
    expect(theirs.isSound, theirs.said).toBe(true);
    expect(theirs.said).toContain('all checks passed');
    expect(byOurs()).toMatchObject({ isSound: true });
    const withRecord = ['exposure', 'verify', server.data, '--round', `${round}`, '--archive', archive];
    expect(verifies(program, withRecord, folder)).toMatchObject({ isSound: true });

    const whole = readFileSync(archive);
    const at = whole.indexOf('"response":"') + '"response":"'.length;
    whole[at] = whole[at] === 0x31 ? 0x32 : 0x31;
    writeFileSync(archive, whole);
    expect(byPeer().isSound).toBe(false);
    expect(byOurs().isSound).toBe(false);
    expect(verifies(program, withRecord, folder).isSound).toBe(false);
  }
});

test('nothing was asked that the contract does not know', () => {
  expect(problems).toEqual([]);
});
