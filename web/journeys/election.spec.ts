// The election of a co-Chair as its people live it: candidacies, keys on own devices, a secret ballot, the count, the confirmation.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { everyLook } from './barriers';
import { problems } from './contract';
import * as host from './electionLies';
import { Electorate, passphrase } from './electorate';
import { program, Server } from './harness';
import { isVerifiedInEveryBrowser } from './refusing';

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
  await electorate.callsCandidacies();
  await expect(of('Secretary').page.getByText('Nobody stands yet.')).toBeVisible();
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
  const asked = ben.page.getByTestId('candidacy').filter({ hasText: '(you)' });
  await expect(asked).toContainText('Ben Buoy (QUAY) (you)');
  await expect(asked).toContainText('Answer by');
  await ben.fills('Accept', { Statement: 'I know the currents.' });
  await ben.confirms();
  await expect(ben.page.getByTestId('candidacy')).toHaveCount(2);
});

test('the call is closed, and trustees are named', async () => {
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Close the call');
  await secretary.signs('Name the trustees');
  const trustees = await electorate.trustees();
  expect(trustees).toContain('Secretary');
  for (const candidate of ['Ada Anchor', 'Ben Buoy']) expect(trustees).not.toContain(candidate);
});

test('the trustees make their keys on their own devices, one on a phone, over a closed tab too', async () => {
  test.slow(); // nine steps, each of which opens a key file
  const names = await electorate.trustees();
  const [, , withPhone = ''] = names;
  const each = async (does: (name: string) => Promise<void>) => {
    for (const name of names) await (name === withPhone ? electorate.onPhone(name, () => does(name)) : does(name));
  };
  await each((name) => electorate.beginsKey(name));
  expect(await everyLook(of('Secretary').page, 'election-keys')).toEqual([]);
  await each((name) => electorate.usesKeyFile(name, 'Do this step'));
  await each((name) => electorate.usesKeyFile(name, 'Do this step'));
  for (const name of names) expect(readFileSync(electorate.fileOf(name), 'utf8')).not.toContain('seed');
  await expect(of('Secretary').page.getByRole('cell', { name: 'Key is ready' })).toHaveCount(3);
});

test('each Member registers a voting key from the desk; the opening says who has none', async () => {
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await expect(secretary.page.getByText('5 Members have no voting key for this year')).toBeVisible();
  await electorate.registersKeys();
  await secretary.go('/elections/0');
  await expect(secretary.page.getByRole('button', { name: 'Open the ballot' })).toBeVisible();
  await expect(secretary.page.getByText('no voting key for this year')).toHaveCount(0);
});

test('a keybox is handed on in a file, which is asked back; a wrong passphrase and another file are told', async () => {
  test.slow(); // key files are slow to open, so that guessing is
  for (const name of ['Ada Anchor', 'Eve Ebb', 'Cleo Crane']) {
    await of(name).go('/elections/0');
    await electorate.handsOnKeybox(name);
  }
  const card = of('Cleo Crane').page.getByTestId('voting-key');
  const file = card.locator('input[type=file]');
  const check = card.getByRole('button', { name: 'Check the file' });
  await file.setInputFiles(electorate.fileOf('Secretary'));
  await card.getByLabel('Passphrase').fill(passphrase);
  await check.click();
  await expect(card.getByText('This is not the file that is meant here.')).toBeVisible();
  await file.setInputFiles(electorate.fileOf('keybox of Cleo Crane'));
  await card.getByLabel('Passphrase').fill('another passphrase');
  await check.click();
  await expect(card.getByText('This passphrase does not open the file.')).toBeVisible();
  await card.getByLabel('Passphrase').fill(passphrase);
  await check.click();
  await expect(card.getByRole('button', { name: 'Hand it on in a file' })).toBeVisible();
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
  await electorate.enter(['Ada Anchor', 'Ben Buoy', 'Cleo Crane', 'Dan Dredger', 'Eve Ebb']);
  await secretary.go('/elections/0');
  await secretary.signs('Open the ballot');
  await expect(page.getByRole('region', { name: 'Public board' })).toBeVisible();
});

test('a device encrypts nothing for another key or other names than the record opened, or other trustees', async () => {
  const cleo = of('Cleo Crane');
  const { page } = cleo;
  const card = page.getByTestId('vote');
  const lies = [
    ...host.otherSetups.map((lie) => ({
      begins: () => host.liesAboutSetup(page, lie),
      says: 'another election than the record opened',
    })),
    { begins: () => host.hidesATrustee(page), says: 'other trustees than the record names' },
  ];
  for (const lie of lies) {
    await lie.begins();
    await cleo.go('/elections/0');
    await electorate.opensKeybox('Cleo Crane');
    await card.getByLabel('Ben Buoy').check();
    await card.getByRole('button', { name: 'Encrypt my vote' }).click();
    await expect(card.getByTestId('problem')).toContainText(lie.says);
    await expect(card.getByTestId('tracker')).toHaveCount(0);
    await host.tellsTruthAboutSetup(page);
  }
});

test('a Member checks a ballot, casts another, and finds it on the board; the choice never leaves the browser', async () => {
  const cleo = of('Cleo Crane');
  cleo.page.on('request', (request) => sent.push(`${request.url()}\n${request.postData() ?? ''}`));
  await cleo.go('/elections/0');
  const card = cleo.page.getByTestId('vote');
  await electorate.opensKeybox('Cleo Crane');
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

  const tracker = await electorate.votes('Cleo Crane', 'Ben Buoy');
  expect(tracker).not.toBe(first);
  const board = cleo.page.getByRole('region', { name: 'Public board' });
  await board.getByLabel('Find a tracking number').fill(tracker);
  await expect(board.locator('tbody tr')).toHaveCount(1);
  await expect(board).toContainText('Yours');

  expect(sent.some((request) => request.includes('cast-ballot'))).toBe(true);
  for (const request of sent) {
    expect(request).not.toContain('randomness');
    expect(request).not.toContain('Ben Buoy');
  }
});

test('an alternate votes while the main representative is absent, with the keybox that she handed on', async ({
  browser,
}) => {
  test.slow(); // somebody comes in
  await electorate.isAbsent(browser, 'Cleo Crane', 'TUGS', 'Alf Ankle');
  const tracker = await electorate.votes('Alf Ankle', 'Ben Buoy', 0, 'keybox of Cleo Crane');
  const cleo = of('Cleo Crane');
  const isBack = cleo.page.getByRole('button', { name: 'I am back' });
  await isBack.click();
  await expect(isBack).toHaveCount(0);
  await cleo.go('/elections/0');
  await expect(cleo.page.getByTestId('vote').getByTestId('tracker')).toHaveText(tracker);
  await expect(cleo.page.getByText('Replaced by a later ballot')).toHaveCount(1);
});

/** The archive as it was when one seat had voted. */
let fewer: Buffer;

test('a Member votes again, and one on a phone', async () => {
  const archive = `${server.origin}/c/harbour/api/elections/0/archive`;
  fewer = await (await of('Ada Anchor').page.request.get(archive)).body();
  await electorate.votes('Ada Anchor', 'Ada Anchor');
  const phone = of('Dan Dredger');
  await phone.page.setViewportSize({ width: 375, height: 740 });
  await electorate.votes('Dan Dredger', 'Ben Buoy');
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  await electorate.votes('Ada Anchor', 'Blank vote');
  await expect(of('Ada Anchor').page.getByText('Replaced by a later ballot')).toHaveCount(2);
});

test('a seat passes on in the middle of the vote: its successor replaces the ballot, and whoever had it casts none', async ({
  browser,
}) => {
  test.slow(); // somebody comes in
  await electorate.succeeds(browser, 'Flo Float', 'PIER', 'Ada Anchor');
  await electorate.votes('Flo Float', 'Blank vote', 0, 'keybox of Ada Anchor');
  await expect(of('Flo Float').page.getByText('Replaced by a later ballot')).toHaveCount(3);
  const ada = of('Ada Anchor');
  await ada.go('/elections/0');
  await expect(
    ada.page
      .getByTestId('problem')
      .or(ada.page.getByRole('heading', { level: 1 }))
      .first(),
  ).toBeVisible();
  await expect(ada.page.getByTestId('vote')).toHaveCount(0);
});

/** Of a ballot that no page has made. */
let madeElsewhere = '';

test('a Member has her ballot made by the program, and casts that', async () => {
  madeElsewhere = await electorate.votesElsewhere('Eve Ebb', 'Ben Buoy');
});

test('a ballot that comes after the close is refused', async () => {
  const ben = of('Ben Buoy');
  await ben.go('/elections/0');
  const card = ben.page.getByTestId('vote');
  await electorate.opensKeybox('Ben Buoy');
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
});

test('a trustee decrypts nothing but the ballots that the record has', async () => {
  const [first = ''] = await electorate.trustees();
  const { page } = of(first);
  await of(first).go('/elections/0');
  const card = page.getByTestId('trustee');
  const lies = [
    { begins: () => host.servesArchive(page, fewer), says: 'other ballots than the record has' },
    { begins: () => host.altersArchive(page), says: 'does not hold' },
  ];
  for (const lie of lies) {
    await lie.begins();
    await electorate.triesKeyFile(first, 'Decrypt the totals');
    await expect(card.getByTestId('problem')).toContainText(lie.says);
    await expect(page.getByRole('dialog', { name: 'Sign this act' })).toHaveCount(0);
    await host.tellsTruthAboutArchive(page);
  }
});

test('a trustee decrypts nothing beside a decryption that is not of these totals, and learns whose it is', async () => {
  const [first = '', , third = ''] = await electorate.trustees();
  await of(first).go('/elections/0');
  await electorate.usesKeyFile(first, 'Decrypt the totals');
  const { page } = of(third);
  const card = page.getByTestId('trustee');
  for (const what of ['factors', 'proofs'] as const) {
    await host.liesAboutDecryptionOf(page, 1, what);
    await of(third).go('/elections/0');
    await electorate.triesKeyFile(third, 'Decrypt the totals');
    await expect(card.getByTestId('problem')).toContainText(`not of these totals, by: ${first}.`);
    await expect(page.getByRole('dialog', { name: 'Sign this act' })).toHaveCount(0);
    await host.tellsTruthAboutDecryptions(page);
  }
});

test('the trustees open the totals, and the result is declared', async () => {
  const [, second = '', third = ''] = await electorate.trustees();
  // Two are enough, one of them with a phone; the other's is compared, and was made off the page.
  await of(third).go('/elections/0');
  await electorate.onPhone(third, () => electorate.usesKeyFile(third, 'Decrypt the totals'));
  const made = `${electorate.fileOf(second)}.decryption`;
  const decrypting = ['election', 'decrypt', '--record', server.data, '--key-file', electorate.fileOf(second)];
  const env = { ...process.env, CCOP_TRUSTEE_PASSPHRASE: passphrase };
  expect(spawnSync(program, [...decrypting, '--out', made], { env, encoding: 'utf8' }).stderr).toBe('');
  await of(second).go('/elections/0');
  const card = of(second).page.getByTestId('trustee');
  await card.getByRole('button', { name: 'I decrypt elsewhere' }).click();
  for (const file of [electorate.fileOf(second), made]) {
    await card.locator('input[type=file]').setInputFiles(file);
    await card.getByRole('button', { name: 'Use this decryption' }).click();
    if (file !== made) await expect(card.getByText('This is no decryption of these totals')).toBeVisible();
  }
  await of(second).confirms();
  const secretary = of('Secretary');
  await secretary.go('/elections/0');
  await secretary.signs('Declare the result');
  const result = secretary.page.getByTestId('result');
  await expect(result).toContainText('Elected: Ben Buoy');
  await expect(result).toContainText('4 of 5 Members have voted');
  await expect(result.getByRole('listitem').filter({ hasText: 'Ben Buoy' })).toContainText('3');
  await expect(result.getByRole('listitem').filter({ hasText: 'Blank vote' })).toContainText('1');
  // Whoever's decryption the host shows otherwise, of those more than are needed too, is named, and nothing passes for verified.
  await host.liesAboutDecryptionOf(secretary.page, 2, 'proofs');
  const verify = result.getByRole('button', { name: 'Verify the result on this device' });
  await verify.click();
  await expect(result.getByTestId('problem')).toContainText(`not of these totals, by: ${second}.`);
  await expect(result.getByText('The ballots are those that the record has')).toHaveCount(0);
  await host.tellsTruthAboutDecryptions(secretary.page);
  await isVerifiedInEveryBrowser(secretary.page, verify, result.getByText('Each decryption is bound to these totals'));
  await expect(result.getByText('The ballots are those that the record has, all of them')).toBeVisible();
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
  expect(verified.stdout).toContain('voters: 5, ballots cast: 7, counted: 4');
  expect(verified.stdout).toContain('Ben Buoy (QUAY): 3');
  const board = secretary.page.getByRole('region', { name: 'Public board' });
  await board.getByLabel('Find a tracking number').fill(madeElsewhere);
  await expect(board.locator('tbody tr')).toHaveCount(1);
  await expect(board.locator('tbody tr')).toContainText('Counts');
  const sum = spawnSync('sha256sum', [file], { encoding: 'utf8' }).stdout.split(' ')[0] ?? '?';
  await expect(secretary.page.getByTestId('result')).toContainText(sum);

  expect(verified.stdout).toContain('NOT VERIFIED: whether each decryption is bound');
  expect(verified.status).toBe(3);
  const [beside] = await Promise.all([
    secretary.page.waitForEvent('download'),
    secretary.page.getByRole('link', { name: 'Download the proofs of the decryptions' }).click(),
  ]);
  await electorate.keeps('proofs', beside);
  const proofs = electorate.fileOf('proofs');
  const bound = spawnSync(program, ['election', 'verify', file, '--proofs', proofs], { encoding: 'utf8' });
  expect(bound.stdout).toContain('each decryption is bound to this tally');
  expect(bound.stdout).toContain('trustee 2 decrypted too');
  expect(bound.status).toBe(0);
  const recorded = ['election', 'verify', file, '--proofs', proofs, '--record', server.data];
  expect(spawnSync(program, recorded, { encoding: 'utf8' }).stdout).toContain(`of the record, has the SHA-256 ${sum}`);
  const audit = server.audit();
  expect(audit).toContain('is sound');
  expect(audit).toContain('of 1 results the archive was made again');
  expect(audit).not.toContain('NOT CHECKED AGAIN');
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
  await ben.signs('Name the trustees');
  // The Secretary is a trustee by right, and of the Management Committee one is enough; the others are drawn.
  const officers = ben.page.getByRole('region', { name: 'Trustees' });
  await expect(officers.locator('tbody tr')).toHaveCount(3);
  await expect(officers).toContainText('Secretary');
  await expect(officers).not.toContainText('Ben Buoy (QUAY)');
  await ben.fills('Cancel the election', { Reason: 'The pier has sunk.' });
  await ben.confirms();
  await ben.go('/meetings/0');
  await expect(ben.page.getByRole('button', { name: 'Open the motion' })).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
