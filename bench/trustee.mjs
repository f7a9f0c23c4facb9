// How long a trustee waits in Chromium, from the key file to the act that is to be signed: the real page, which reads the record, verifies
// every signature, ballot and proof, adds up, and decrypts. The server's answers about the election come from the page's own tests.
// With more than one question it is a round of exposure.
// usage: node bench/trustee.mjs CCOP-PROGRAM [VOTERS [ANSWERS [TIMES [QUESTIONS]]]]     Needs the page (./start --build-only) and Chromium.
import { join } from 'node:path';
import { loaded, secretaryOf, web, withChromium } from './chromium.mjs';
import { found, require, run, told } from './served.mjs';
import { person, shownElection } from './shownElection.mjs';

const passphrase = 'correct horse battery';
const module = ['testing/election', 'testing/server', 'ballot/keyFile']
  .map((name) => `export * from '${join(web, `src/${name}.ts`)}';\n`)
  .join('');
const answered = ['**/api/log/head*', '**/log/tile/entries/**', '**/api/record/**', '**/api/elections/9/archive'];
const browserName = '/c/ccop/';

/** An election whose ballot is closed, with the page's answers about it. */
async function closedElection(voters, answers, questions) {
  globalThis.window = { location: { pathname: browserName, href: `http://localhost${browserName}`, search: '' } };
  const made = await loaded('election', module);
  const election = new made.AnElection(2, { voters, answers, questions });
  election.happens();
  const [certificates] = election.keys.rounds;
  const shown = shownElection({
    ...election.page(),
    trustees: made.trustees.map((id) => ({ person: person(id, `Trustee ${id}`), rounds: 3, decrypted: false })),
    roll: voters,
    voted: voters,
    may: ['post-decryption'],
    as_trustee: {
      number: 1,
      key_file: `trustee-${election.page().uuid}`,
      size: made.trustees.length,
      threshold: 2,
      rounds: 3,
      certificates,
      input: null,
      output: election.keys.outputs[0],
    },
  });
  const what = `trustee-${shown.uuid}`;
  const file = await made.sealFile(what, { seed: election.keys.seeds[0] }, passphrase);
  return {
    shown,
    serve: made.serve,
    file: { name: `${what}.json`, mimeType: 'application/json', buffer: Buffer.from(file) },
  };
}

/** The page of somebody who has never seen the record that the answers are of. */
async function trusteesPage(browser, community, { shown, serve }) {
  const page = await secretaryOf(browser, community);
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  for (const pattern of answered)
    await page.route(pattern, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await serve(new Request(`http://localhost${pathname}${search}`));
      const headers = Object.fromEntries(answer.headers);
      await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
    });
  await page.route('**/api/elections/9', (route) => route.fulfill({ json: shown }));
  await page.route('**/api/acts/prepare', (route) =>
    route.fulfill({ json: { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' } }),
  );
  return page;
}

/** Seconds from the click to the dialog that asks for the signature. */
async function opens(page, card) {
  const began = performance.now();
  await card.getByRole('button', { name: 'Decrypt the totals' }).click();
  await page
    .getByRole('dialog', { name: 'Sign this act' })
    .or(card.getByTestId('problem'))
    .or(card.getByRole('alert'))
    .first()
    .waitFor();
  const took = performance.now() - began;
  const said = await card.textContent();
  return { took, said };
}

async function measure(browser, community, election, { voters, times }) {
  const page = await trusteesPage(browser, community, election);
  const [withFile, without] = [[], []];
  for (let i = 0; i < times; ++i) {
    await page.goto(new URL(`${community.path}/elections/9`, page.url()).href);
    const card = page.getByTestId('trustee');
    await card.locator('input[type=file]').setInputFiles(election.file);
    await card.getByLabel('Passphrase').fill(passphrase);
    for (const times of [withFile, without]) {
      const { took, said } = await opens(page, card);
      require(said.includes(`found ${voters} ballots`) &&
        said.includes(`of which ${voters} count`), `the page opened something else: ${said.slice(-400)}`);
      times.push(took);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Sign this act' }).waitFor({ state: 'hidden' });
    }
  }
  told(`${voters} ballots verified and opened, from the key file to the act that is to be signed`, withFile);
  told('the same once more, with the key and the record at hand', without);
}

await run(async () => {
  const [voters = 32, answers = 5, times = 5, questions = 1] = process.argv.slice(3).map(Number);
  const election = await closedElection(voters, answers, questions);
  await withChromium(async (browser) => {
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
    await community.serve();
    await measure(browser, community, election, { voters, times });
    await community.stop();
  });
});
