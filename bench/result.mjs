// Until the result of an election stands on the screen, in Chromium: the real page, with the server's answer about an election of many
// voters put in its place. From a click in the list of elections, and from opening its address.
// usage: node bench/result.mjs CCOP-PROGRAM [VOTERS [TIMES]]     Needs the page (./start --build-only) and Chromium.
import { randomBytes } from 'node:crypto';
import { secretaryOf, withChromium } from './chromium.mjs';
import { found, require, run, told } from './served.mjs';

const person = (id, name) => ({ id, name, title: 'CISO', is_guest: false, enrolled: true, organization: `ORG${id}` });
const trustee = (id) => ({ person: person(id, `Trustee ${id}`), rounds: 3, decrypted: true });

const head = {
  id: 0,
  motion: null,
  position: 0,
  term_ends: '2028-10-01T00:00:00.000Z',
  stage: 'decided',
  outcome: 'elected',
  confirmation: 'none',
  winner: person(1, 'Ada Anchor'),
  session: 0,
  meeting: 0,
  meeting_title: 'Symposium',
  starts: '2026-10-01T12:00:00.000Z',
  run_off_of: null,
};
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
  return {
    ...head,
    candidacies: [],
    candidates: [person(1, 'Ada Anchor'), person(2, 'Ben Buoy')],
    trustees: [3, 4, 5].map(trustee),
    trustees_needed: 2,
    rounds_done: 3,
    without_key: [],
    own_key: null,
    uuid: setup.uuid,
    setup: JSON.stringify(setup),
    setup_salt: 'AAAA',
    fingerprint: randomBytes(32).toString('base64').slice(0, 43),
    roll: voters,
    voted: voters,
    open_until: null,
    least_ballots: 3,
    on_roll: false,
    my_tracker: null,
    board,
    counts,
    archive: randomBytes(32).toString('hex'),
    lots: [],
    keeper: null,
    reason: null,
    letter: null,
    as_trustee: null,
    to_declare: null,
    may: [],
  };
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
