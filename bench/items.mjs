// Until the work-plan's items are there on a slow phone, in Chromium: 500 of them as a table, a board and a time line, from a click and from
// their address with an empty cache; and until a filter that is set with a key has its answer.
// usage: node bench/items.mjs CCOP-PROGRAM [ITEMS [TIMES [SLOWER]]]     Needs the page (./start --build-only) and Chromium.
import { addItems, blockItem, dropItem, finishItem, putOff, startItem } from './acts.mjs';
import { signedIn, withChromium } from './chromium.mjs';
import { enter } from './people.mjs';
import { found, require, run, told } from './served.mjs';

const day_ms = 86_400_000;
const at_once = 50; // texts that a request may bring
const rows = 50;
const cards = 20;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
const titleOf = (i) => `Item ${i}: what a group has to do, in as many words as such things have`;
const dueOf = (i) => new Date(Date.now() + (2 + ((i * 37) % 500)) * day_ms).toISOString();

/** What becomes of the item at a place: of ten, some are under way, blocked, over, or were put off. */
function fateOf(i, item) {
  const fates = {
    1: [startItem(item)],
    3: [startItem(item)],
    4: [putOff(item, titleOf(i), dueOf(i + 500))],
    5: [blockItem(item, 'It waits for an answer.')],
    7: [finishItem(item, 'The minutes')],
    9: i % 20 === 9 ? [dropItem(item, 'Nobody needs it.')] : [startItem(item)],
  };
  return fates[i % 10] ?? [];
}

/** So many items of all groups, in all states, held by several organizations. */
async function planned(community, count) {
  const { secretary } = await enter(community);
  const { organizations } = await secretary.ask('/api/organizations');
  const holders = organizations.filter(({ status, representative }) => status === 'member' && representative);
  const { groups } = await secretary.ask('/api/groups');
  const open = groups.filter(({ over_at }) => over_at === null);
  require(holders.length > 0 && open.length > 0, 'the demonstration has no organization or no group');
  for (let from = 0; from < count; from += at_once) {
    const places = Array.from({ length: Math.min(at_once, count - from) }, (_, i) => from + i);
    const asked = places.map((i) => ({
      kind: 'action',
      holder: holders[i % holders.length].id,
      group: open[i % open.length].id,
      due: dueOf(i),
    }));
    const { acts } = await secretary.act(addItems(places.map(titleOf), asked));
    const added = acts.filter(({ type }) => type === 'item-added');
    require(added.length === places.length, `${added.length} items came of ${places.length}`);
    for (const [k, { item }] of added.entries()) for (const act of fateOf(places[k], item)) await secretary.act(act);
  }
}

/** In the page: when what is waited for was painted, and when the last click or key was. */
function watch() {
  addEventListener('click', ({ timeStamp }) => (window.askedAt = timeStamp), true);
  const all = (what) => [...document.querySelectorAll(what)];
  const holds = ({ heading, says, items = 0, line = false }) =>
    all('h1').some(({ textContent }) => textContent === heading) &&
    (says === undefined || all('[role=status]').some(({ textContent }) => textContent === says)) &&
    all('[data-testid^=item-]').length === items &&
    all('[data-testid=time-line]').length === (line ? 1 : 0);
  new MutationObserver(() => {
    const { awaits } = window;
    if (!awaits || !holds(awaits)) return;
    window.awaits = undefined;
    requestAnimationFrame(() => setTimeout(() => (window.shownAt = performance.now())));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** In the page: waits from now on. */
function awaitIn(sight) {
  window.shownAt = undefined;
  window.askedAt = 0;
  window.awaits = sight;
}

const heading = 'Milestones and actions';
const stateOf = (items, ...states) => items.filter(({ state }) => states.includes(state)).length;
const inPages = (count) => (count === 1 ? '1 item' : `1–${Math.min(rows, count)} of ${count} items`);

/** What the page should show of items in a view: what it says of them, how many stand there, and whether there is a time line. */
function sightOf(view, items) {
  const toDo = stateOf(items, 'open', 'under-way', 'blocked');
  if (view !== 'board') return { heading, says: inPages(toDo), items: Math.min(rows, toDo), line: view === 'line' };
  const columns = ['open', 'under-way', 'blocked', 'done'].map((state) => stateOf(items, state));
  const all = columns.reduce((sum, count) => sum + count, 0);
  const shown = columns.reduce((sum, count) => sum + Math.min(cards, count), 0);
  return { heading, says: `${all} items`, items: shown };
}

async function shown(page) {
  await page.waitForFunction(() => window.shownAt !== undefined);
  return page.evaluate(() => ({ askedAt: window.askedAt, shownAt: window.shownAt }));
}

/** Until something that is clicked, or pressed, shows what is to be seen. */
async function after(page, sight, act) {
  await page.evaluate(awaitIn, sight);
  await act();
  const { askedAt, shownAt } = await shown(page);
  require(askedAt > 0 && shownAt > askedAt, 'no click was seen');
  return shownAt - askedAt;
}

/** Until its address shows it, of which the browser keeps nothing. */
async function opened(page, devtools, address, sight) {
  await devtools.send('Network.clearBrowserCache');
  const script = await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `window.awaits = ${JSON.stringify(sight)};`,
  });
  await page.goto(address);
  const { shownAt } = await shown(page);
  await devtools.send('Page.removeScriptToEvaluateOnNewDocument', script);
  return shownAt;
}

async function measureClicks(page, address, items, times) {
  const follow = (view, name) =>
    after(page, sightOf(view, items), () => page.getByRole('link', { name, exact: true }).click());
  const took = { table: [], board: [], line: [] };
  for (let i = 0; i < times; ++i) {
    await page.goto(`${address}/work-plan`);
    took.table.push(await follow('table', heading));
    took.board.push(await follow('board', 'Board'));
    await follow('table', 'Table');
    took.line.push(await follow('line', 'Time line'));
  }
  told(`the table of ${items.length} items, from the click on the work-plan`, took.table);
  told('the board, from the click on it', took.board);
  told('the time line, from the click on it', took.line);
}

/** Beside them what the page takes for another address, where no item is read or shown. */
async function measureAddresses(page, devtools, address, { items, own }, times) {
  const mine = items.filter(({ holder }) => holder === own);
  require(mine.length > 0, 'the reader holds nothing');
  const took = { charter: [] };
  for (const view of ['table', 'board', 'line']) {
    const filtered = [];
    took[view] = [];
    for (let i = 0; i < times; ++i) {
      took.charter.push(await opened(page, devtools, `${address}/charter`, { heading: 'Charter' }));
      took[view].push(await opened(page, devtools, `${address}/items?view=${view}`, sightOf(view, items)));
      await page.getByLabel('Only what my organization holds').focus();
      filtered.push(await after(page, sightOf(view, mine), () => page.keyboard.press('Space')));
    }
    told(`a filter's answer in the ${view}, from the key`, filtered);
  }
  for (const [what, times] of Object.entries(took)) told(`the ${what}, from its address, with an empty cache`, times);
}

async function measure(page, devtools, address, times) {
  const answer = async (path) => (await page.request.get(`${address}/api/${path}`)).json();
  const { items } = await answer('items');
  const { organization } = await answer('me');
  await measureClicks(page, address, items, times);
  await measureAddresses(page, devtools, address, { items, own: organization.key }, times);
}

await run(async () => {
  const [count = 500, times = 10, slower = 4] = process.argv.slice(3).map(Number);
  await withChromium(async (browser) => {
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
    await community.serve();
    await planned(community, count);
    const page = await signedIn(browser, community, 'Member', phone);
    await page.addInitScript(watch);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    console.log(`a phone whose processor is ${slower} times slower than this machine's`);
    await measure(page, devtools, new URL(community.path, page.url()).href, times);
    await community.stop();
  });
});
