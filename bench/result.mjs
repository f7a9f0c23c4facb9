// Until the result of an election stands on the screen, in Chromium: the real page, with the server's answer about an election of many
// voters put in its place. From a click in the list of elections, and from opening its address.
// usage: node bench/result.mjs CCOP-PROGRAM [VOTERS [TIMES]]     Needs the page (./start --build-only) and Chromium.
import { randomBytes } from 'node:crypto';
import { secretaryOf, withChromium } from './chromium.mjs';
import { found, require, run, told } from './served.mjs';
import { person, shownElection } from './shownElection.mjs';

const trustee = (id) => ({ person: person(id, `Trustee ${id}`), rounds: 3, decrypted: true });

const question = { answers: ['Ada Anchor', 'Ben Buoy'], blank: true, min: 1, max: 1, question: 'Who?' };
const setup = {
  version: 1,
  description: '',
  name: 'co-Chair',
  group: 'Ed25519',
  public_key: '58'.padEnd(64, '6'),
  questions: [question],
  uuid: 'ccopMeasured',
};

/** As the server says it of an election that is decided. */
function electionOf(voters) {
  const board = Array.from({ length: voters }, () => ({
    tracker: randomBytes(32).toString('base64').slice(0, 43),
    counts: true,
  }));
  const counts = [
    voters - Math.floor(voters / 2) - Math.floor(voters / 3),
    Math.floor(voters / 2),
    Math.floor(voters / 3),
  ];
  return shownElection({
    stage: 'decided',
    outcome: 'elected',
    winner: person(1, 'Ada Anchor'),
    candidates: [person(1, 'Ada Anchor'), person(2, 'Ben Buoy')],
    trustees: [3, 4, 5].map(trustee),
    setup: JSON.stringify(setup),
    setup_salt: 'AAAA',
    fingerprint: randomBytes(32).toString('base64').slice(0, 43),
    roll: voters,
    voted: voters,
    board,
    counts,
    archive: randomBytes(32).toString('hex'),
  });
}

/** In the page: when the result was painted, and when the last click was. */
function watch() {
  addEventListener('click', () => (window.clickedAt = performance.now()), true);
  const seen = new MutationObserver(() => {
    if (!document.querySelector('[data-testid=result]')) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.shownAt = performance.now())));
  });
  seen.observe(document, { subtree: true, childList: true });
}

async function shown(page, { voters }) {
  await page.waitForFunction(() => window.shownAt !== undefined);
  const text = await page.getByTestId('result').textContent();
  require(text.includes(`${voters} of ${voters} Members have voted`), 'the result is of other voters');
  const rows = await page.getByRole('region', { name: 'Public board' }).locator('tbody tr').count();
  require(rows > 0, 'the board is empty');
  return page.evaluate(() => ({ clickedAt: window.clickedAt ?? 0, shownAt: window.shownAt }));
}

async function measure(browser, community, voters, times) {
  const page = await secretaryOf(browser, community);
  const election = electionOf(voters);
  await page.route('**/api/elections', (route) =>
    route.fulfill({ json: { elections: [election], positions: 2, may: [] } }),
  );
  await page.route('**/api/elections/0', (route) => route.fulfill({ json: election }));
  await page.addInitScript(watch);
  const address = new URL(community.path, page.url()).href;
  const [clicked, opened] = [[], []];
  for (let i = 0; i < times; ++i) {
    await page.goto(`${address}/elections`);
    await page.getByRole('link', { name: 'Co-Chair 1' }).click();
    const { clickedAt, shownAt } = await shown(page, { voters });
    require(clickedAt > 0, 'no click was seen');
    clicked.push(shownAt - clickedAt);
    await page.goto(`${address}/elections/0`);
    opened.push((await shown(page, { voters })).shownAt);
  }
  told(`the result of ${voters} voters, from the click to the screen`, clicked);
  told('the same, from opening its address', opened);
}

await run(async () => {
  const [voters = 1000, times = 10] = process.argv.slice(3).map(Number);
  await withChromium(async (browser) => {
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
    await community.serve();
    await measure(browser, community, voters, times);
    await community.stop();
  });
});
