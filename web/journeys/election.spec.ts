// The election of a co-Chair as its people live it: candidacies, keys on own devices, a secret ballot, the count, the confirmation.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import { Electorate, passphrase } from './electorate';
import { program, Server } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8197, 'harbour');
const electorate = new Electorate(server);
const of = (name: string) => electorate.of(name);
/** Everything that the voter's browser sent while voting. */
const sent: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000); // six people come in
  await electorate.comesTogether(browser);
});
test.afterAll(() => server.end());

test('candidacies are called for an executive session of the symposium', async () => {
  const secretary = of('Secretary');
  const { page } = secretary;
  await secretary.go('/meetings');
  await secretary.fills('Plan a meeting', { Title: 'Tide symposium', Place: 'Lighthouse', Kind: 'Symposium' });
  await expect(page.getByRole('heading', { level: 1, name: 'Tide symposium' })).toBeVisible();
  await secretary.fills('Add a session', { Title: 'Council' });
  await secretary.signs('Announce');
  await secretary.go('/elections');
  await secretary.fills('Call for candidacies', { Session: 'Council' });
  await secretary.confirms();
  await page.getByRole('link', { name: 'Co-Chair 1' }).click();
  await expect(page.getByText('Nobody stands yet.')).toBeVisible();
});

test('one stands, another is nominated and accepts', async () => {
  const ada = of('Ada Anchor');
  await ada.go('/elections/0');
  await ada.fills('Stand for election', { Statement: 'I keep the light burning.' });
  await ada.confirms();
  await ada.fills('Nominate', { Person: 'Ben Buoy' });
  await ada.confirms();
  const ben = of('Ben Buoy');
  await ben.go('/');
  await ben.page.getByTestId('task-nominated').getByRole('link').click();
  await ben.fills('Stand for election', { Statement: 'I know the currents.' });
  await ben.confirms();
  await expect(ben.page.getByTestId('candidacy')).toHaveCount(2);
});

test('the call is closed, and trustees and authority are named', async () => {
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Close the call');
  await secretary.fills('Name trustees and authority', { Person: 'Eve Ebb' });
  await secretary.confirms();
  expect((await electorate.trustees()).sort()).toEqual(['Cleo Crane', 'Dan Dredger', 'Secretary']);
});

test('the trustees make their keys on their own devices, over a closed tab too', async () => {
  const names = await electorate.trustees();
  for (const name of names) await electorate.beginsKey(name);
  expect(await everyLook(of('Secretary').page, 'election-keys')).toEqual([]);
  for (const name of names) await electorate.usesKeyFile(name, 'Do this step');
  for (const name of names) await electorate.usesKeyFile(name, 'Do this step');
  for (const name of names) expect(readFileSync(electorate.fileOf(name), 'utf8')).not.toContain('seed');
  await expect(of('Secretary').page.getByRole('cell', { name: 'Key is ready' })).toHaveCount(3);
});

test('a wrong passphrase and another file are told', async () => {
  await electorate.issuesCredentials();
  const eve = of('Eve Ebb');
  const card = eve.page.getByTestId('authority');
  await eve.page.reload();
  const reopening = card.locator('form').last();
  const file = reopening.locator('input[type=file]');
  await file.setInputFiles(electorate.fileOf('Secretary'));
  await reopening.getByLabel('Passphrase').fill(passphrase);
  await reopening.getByRole('button', { name: 'Open my file' }).click();
  await expect(card.getByText('This is not the file for this election.')).toBeVisible();
  await file.setInputFiles(electorate.fileOf('Eve Ebb'));
  await reopening.getByLabel('Passphrase').fill('another passphrase');
  await reopening.getByRole('button', { name: 'Open my file' }).click();
  await expect(card.getByText('This passphrase does not open the file.')).toBeVisible();
  await reopening.getByLabel('Passphrase').fill(passphrase);
  await reopening.getByRole('button', { name: 'Open my file' }).click();
  const rows = card.getByTestId('credential');
  await expect(rows).toHaveCount(5);
  await electorate.takeLinks();
});

test('the ballot waits for the session and its quorum', async () => {
  const secretary = of('Secretary');
  const { page } = secretary;
  await secretary.go('/elections/0');
  await page.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(page.getByTestId('problem')).toContainText('Voting begins in the session');
  await secretary.go('/meetings/0');
  await page.getByRole('button', { name: 'I accept' }).click();
  await secretary.signs('Open the session');
  for (const name of ['Ada Anchor', 'Ben Buoy', 'Cleo Crane']) {
    const person = of(name);
    await person.go('/meetings/0');
    await person.page.getByRole('button', { name: 'I accept' }).click();
    await person.page.getByRole('button', { name: 'Enter', exact: true }).click();
    await expect(person.page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  }
  await secretary.go('/elections/0');
  await secretary.signs('Open the ballot');
  await expect(page.getByRole('region', { name: 'Public board' })).toBeVisible();
});

test('a Member checks a ballot, casts another, and finds it on the board; the choice never leaves the browser', async () => {
  const cleo = of('Cleo Crane');
  cleo.page.on('request', (request) => sent.push(`${request.url()}\n${request.postData() ?? ''}`));
  await cleo.page.goto(electorate.linkOf('TUGS'));
  const card = cleo.page.getByTestId('vote');
  await card.getByLabel('Ben Buoy').check();
  expect(await everyLook(cleo.page, 'election-vote')).toEqual([]);
  await card.getByRole('button', { name: 'Encrypt my vote' }).click();
  const first = (await card.getByTestId('tracker').textContent()) ?? '';
  await card.getByRole('button', { name: 'Check this ballot first' }).click();
  await expect(card.getByTestId('opened')).toContainText('The ballot holds what you chose');
  const [download] = await Promise.all([
    cleo.page.waitForEvent('download'),
    card.getByRole('button', { name: 'Save the opened ballot' }).click(),
  ]);
  await electorate.keeps('opened', download);
  const opened = spawnSync(program, ['election', 'open', electorate.fileOf('opened')], { encoding: 'utf8' });
  expect(opened.stdout).toContain('Ben Buoy (QUAY)');
  expect(opened.stdout).toContain(first);
  expect(opened.status).toBe(0);
  await card.getByRole('button', { name: 'Make a new ballot' }).click();

  const tracker = await electorate.votes('Cleo Crane', 'TUGS', 'Ben Buoy');
  expect(tracker).not.toBe(first);
  const board = cleo.page.getByRole('region', { name: 'Public board' });
  await board.getByLabel('Find a tracking number').fill(tracker);
  await expect(board.locator('tbody tr')).toHaveCount(1);
  await expect(board).toContainText('Yours');

  const credential = electorate.linkOf('TUGS').split('#')[1] ?? '';
  expect(sent.some((request) => request.includes('cast-ballot'))).toBe(true);
  for (const request of sent) {
    expect(request).not.toContain(credential);
    expect(request).not.toContain('randomness');
    expect(request).not.toContain('Ben Buoy');
  }
});

test('a Member votes again, and one on a phone; a late one is refused', async ({ browser }) => {
  await electorate.votes('Ada Anchor', 'PIER', 'Ada Anchor');
  const phone = of('Dan Dredger');
  await phone.page.setViewportSize({ width: 375, height: 740 });
  await electorate.votes('Dan Dredger', 'DOCK', 'Ben Buoy');
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  await electorate.votes('Ada Anchor', 'PIER', 'Blank vote');
  await expect(of('Ada Anchor').page.getByText('Replaced by a later ballot')).toHaveCount(1);

  const ben = of('Ben Buoy');
  await ben.page.goto(electorate.linkOf('QUAY'));
  const card = ben.page.getByTestId('vote');
  await card.getByLabel('Ada Anchor').check();
  await card.getByRole('button', { name: 'Encrypt my vote' }).click();
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Close the ballot');
  const late = card.getByRole('button', { name: 'Cast this ballot' });
  if (await late.isVisible()) {
    await late.click();
    await expect(ben.page.getByTestId('problem')).toContainText('The ballot is not open');
  }
  expect(browser.isConnected()).toBe(true);
});

test('two of three trustees open the totals, and the result is declared', async () => {
  const [first = '', , third = ''] = await electorate.trustees();
  await of(first).go('/elections/0');
  await electorate.usesKeyFile(first, 'Decrypt the totals');
  await of(third).go('/elections/0');
  await electorate.usesKeyFile(third, 'Decrypt the totals');
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Declare the result');
  const result = secretary.page.getByTestId('result');
  await expect(result).toContainText('Elected: Ben Buoy');
  await expect(result).toContainText('3 of 5 Members have voted');
  await expect(result.getByRole('listitem').filter({ hasText: 'Ben Buoy' })).toContainText('2');
  await expect(result.getByRole('listitem').filter({ hasText: 'Blank vote' })).toContainText('1');
  await expect(result.getByText('The result is what the decryptions give')).toBeVisible();
  expect(await everyLook(secretary.page, 'election-result')).toEqual([]);
});

test('the archive is sound elsewhere, and the record has its hash', async () => {
  const secretary = of('Secretary');
  const [download] = await Promise.all([
    secretary.page.waitForEvent('download'),
    secretary.page.getByRole('link', { name: 'Download the archive' }).click(),
  ]);
  await electorate.keeps('archive', download);
  const file = electorate.fileOf('archive');
  const verified = spawnSync(program, ['election', 'verify', file], { encoding: 'utf8' });
  expect(verified.stdout).toContain('voters: 5, ballots cast: 4, counted: 3');
  expect(verified.stdout).toContain('Ben Buoy (QUAY): 2');
  const sum = spawnSync('sha256sum', [file], { encoding: 'utf8' }).stdout.split(' ')[0] ?? '?';
  await expect(secretary.page.getByTestId('result')).toContainText(sum);
  expect(server.audit()).toContain('is sound');
});

test('the Secretary submits the elected, and the confirmation seats the co-Chair', async () => {
  const secretary = of('Secretary');
  await secretary.fills('Submit', { 'Text of the submission': 'We submit our co-Chair.' });
  await secretary.confirms();
  await secretary.fills('Record the confirmation', { 'The answer': 'Confirmed, HM/7.' });
  await secretary.confirms();
  await expect(secretary.page.getByTestId('confirmation')).toContainText('Ben Buoy is confirmed');
  await secretary.go('/people');
  await expect(secretary.page.getByRole('row', { name: /Co-Chair 1/ })).toContainText('Ben Buoy (QUAY)');
});

test('the new co-Chair has a motion decided by secret ballot', async () => {
  const ben = of('Ben Buoy');
  await ben.go('/meetings/0');
  await ben.fills('Propose a motion', { Title: 'Move the lighthouse', Text: 'To the other pier.' });
  await ben.signs('Hold a secret ballot');
  await ben.page.getByRole('link', { name: 'Go to the secret ballot' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Move the lighthouse' })).toBeVisible();
  await ben.fills('Name trustees and authority', { Person: 'Eve Ebb' });
  await ben.confirms();
  // The Secretary is a trustee by right, and of the Management Committee one is enough; the others are drawn.
  const officers = ben.page.getByRole('region', { name: 'Trustees and credential authority' });
  await expect(officers.locator('tbody tr')).toHaveCount(3);
  await expect(officers).toContainText('Secretary');
  await expect(officers).not.toContainText('Ben Buoy (QUAY)');
  await ben.fills('Cancel the election', { Reason: 'The pier has sunk.' });
  await ben.confirms();
  await ben.go('/meetings/0');
  await expect(ben.page.getByRole('button', { name: 'Open the motion' })).toBeVisible();
});

test('a tie is settled by lots that the tied draw together', async () => {
  test.slow(); // a whole election, from the call to the result
  const at = 2;
  // Of five Members two stand, and one gives out the credentials: the co-Chair is needed as a Member like others.
  await of('Ben Buoy').go('/people');
  await of('Ben Buoy').signs('Resign as co-Chair');
  const secretary = of('Secretary');
  const { page } = secretary;
  await secretary.go('/elections');
  await secretary.fills('Call for candidacies', { Session: 'Council' });
  await secretary.confirms();
  for (const name of ['Ada Anchor', 'Dan Dredger']) {
    await of(name).page.setViewportSize({ width: 1280, height: 844 });
    await of(name).go(`/elections/${at}`);
    await of(name).fills('Stand for election', { Statement: 'It is my turn.' });
    await of(name).confirms();
  }
  await secretary.go(`/elections/${at}`);
  await secretary.signs('Close the call');
  await secretary.fills('Name trustees and authority', { Person: 'Eve Ebb' });
  await secretary.confirms();
  const names = await electorate.trustees(at);
  expect([...names].sort()).toEqual(['Ben Buoy', 'Cleo Crane', 'Secretary']);
  await electorate.makeKeys(at);
  await electorate.issuesCredentials(at);
  await electorate.takeLinks();
  await secretary.go(`/elections/${at}`);
  await secretary.signs('Open the ballot');
  await electorate.votes('Cleo Crane', 'TUGS', 'Ada Anchor');
  await electorate.votes('Ben Buoy', 'QUAY', 'Dan Dredger');
  await secretary.signs('Close the ballot');
  for (const name of ['Ben Buoy', 'Cleo Crane']) {
    await of(name).go(`/elections/${at}`);
    await electorate.usesKeyFile(name, 'Decrypt the totals');
  }
  await secretary.signs('Declare the result');
  await expect(page.getByTestId('result')).toContainText('Tied');

  // The Secretary isn't tied, and keeps the lot: reveals last.
  for (const button of ['Commit my number', 'Reveal my number'])
    for (const name of ['Ada Anchor', 'Dan Dredger', 'Secretary']) {
      await of(name).go('/');
      await of(name).page.getByTestId('task-draw-lot').getByRole('link').click();
      await of(name).signs(button);
    }
  await expect(page.getByTestId('confirmation')).toContainText('is elected');
  expect(await everyLook(page, 'election-lots')).toEqual([]);
  expect(server.audit()).toContain('is sound');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
