// What a person waits for in Chromium, beside what the wire alone takes: an act that asks for no passkey, from the click to the answer;
// and a proof that the record continues, in a log of a million entries, checked by the page's own code.
// usage: node bench/page.mjs CCOP-PROGRAM [ACTS [PROOFS]]     Needs the page (./start --build-only) and Chromium.
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bundled, secretaryOf, web, withChromium } from './chromium.mjs';
import { answerOf, found, percentile, require, run } from './served.mjs';

const entries = 1_000_000;

/** The levels of a tree of random leaves: each of its nodes by height and place, those of whole subtrees alone. */
function levelsOf(size) {
  const levels = [Array.from({ length: size }, () => randomBytes(32))];
  for (let below = levels[0]; below.length > 1; below = levels.at(-1)) {
    const above = [];
    for (let i = 0; i + 1 < below.length; i += 2) above.push(node(below[i], below[i + 1]));
    levels.push(above);
  }
  return levels;
}
const node = (left, right) => createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** The tree over [from, to) by the definitions of RFC 9162, section 2.1. */
function treeOf(levels) {
  const split = (size) => 2 ** Math.floor(Math.log2(size - 1));
  const root = (from, to) => {
    const size = to - from;
    const height = Math.log2(size);
    if (Number.isInteger(height) && from % size === 0) return levels[height][from / size];
    const k = split(size);
    return node(root(from, from + k), root(from + k, to));
  };
  const subproof = (old, from, to, isWhole) => {
    if (old === to - from) return isWhole ? [] : [root(from, to)];
    const k = split(to - from);
    return old <= k
      ? [...subproof(old, from, from + k, isWhole), root(from + k, to)]
      : [...subproof(old - k, from + k, to, false), root(from, from + k)];
  };
  return { root: (size) => root(0, size), proof: (old, size) => subproof(old, 0, size, true) };
}

/** In the page: how long each proof takes; all must hold, and none with one bit changed. */
function check(asked) {
  const bytes = (text) => Uint8Array.from(atob(text), (digit) => digit.charCodeAt(0));
  return asked.map(({ older, newer, proof }) => {
    const hashes = proof.map(bytes);
    const [before, after] = [older, newer].map(({ size, root }) => ({ size, root: bytes(root) }));
    const began = performance.now();
    const holds = tree.verifyConsistency(before, after, hashes);
    const took = performance.now() - began;
    hashes[0][0] ^= 1;
    return { took, holds, forged: tree.verifyConsistency(before, after, hashes) };
  });
}

async function measureProofs(browser, count) {
  const whole = treeOf(levelsOf(entries));
  const root = whole.root(entries).toString('base64');
  const asked = Array.from({ length: count }, () => {
    const size = 1 + Math.floor(Math.random() * (entries - 1));
    return {
      older: { size, root: whole.root(size).toString('base64') },
      newer: { size: entries, root },
      proof: whole.proof(size, entries).map((hash) => hash.toString('base64')),
    };
  });
  const page = await browser.newPage();
  await page.goto('about:blank');
  const module = `export { verifyConsistency } from '${join(web, 'src/record/tree.ts')}';\n`;
  await page.addScriptTag({ content: await bundled('tree', module) });
  const checked = await page.evaluate(check, asked);
  require(checked.every(({ holds }) => holds), 'a proof was refused');
  require(checked.every(({ forged }) => !forged), 'a forged proof was taken');
  const times = checked.map(({ took }) => took);
  console.log(
    `a consistency proof in a log of ${entries} entries: first ${times[0].toFixed(2)} ms, median ${percentile(times, 0.5).toFixed(2)} ms, ` +
      `slowest ${Math.max(...times).toFixed(2)} ms of ${count}`,
  );
}

/** In the page: from a click to the end of the answer to the act that it asks for. */
function watch() {
  let clicked = 0;
  window.actsTook = [];
  addEventListener('click', () => (clicked = performance.now()), true);
  new PerformanceObserver((list) => {
    for (const { name, responseEnd } of list.getEntries())
      if (name.endsWith('/api/acts')) window.actsTook.push(responseEnd - clicked);
  }).observe({ type: 'resource' });
}

async function measureActs(browser, community, count) {
  const page = await secretaryOf(browser, community);
  await page.getByRole('link', { name: 'People' }).first().click();
  await page.evaluate(watch);
  for (let i = 0; i < count; ++i) {
    await page.getByRole('button', { name: 'Register a person', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Register a person' });
    for (const [label, value] of Object.entries({
      Name: `Newcomer ${i}`,
      Position: 'CISO',
      'E-mail': `n${i}@example.org`,
    }))
      await form.getByLabel(label, { exact: false }).first().fill(value);
    await form.getByRole('button', { name: 'Register a person', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }
  const times = await page.evaluate(() => window.actsTook);
  require(times.length === count, `${times.length} acts were answered, of ${count}`);
  const { people } = await page.evaluate(async (path) => (await fetch(path)).json(), `${community.path}/api/people`);
  const registered = people.filter(({ name }) => /^Newcomer \d+$/.test(name ?? '')).length;
  require(registered === count, `${registered} people were registered, of ${count}`);
  const bare = [];
  for (let i = 0; i < count; ++i) {
    const began = performance.now();
    require((await answerOf(community, '/log/checkpoint')).status === 200, 'the checkpoint was refused');
    bare.push(performance.now() - began);
  }
  console.log(
    `an act without a passkey, from the click to the answer: first ${times[0].toFixed(0)} ms, median ${percentile(times, 0.5).toFixed(0)} ms, ` +
      `slowest ${Math.max(...times).toFixed(0)} ms of ${count}; a bare request beside it ${percentile(bare, 0.5).toFixed(1)} ms`,
  );
}

await run(async () => {
  const [acts = 30, proofs = 200] = process.argv.slice(3).map(Number);
  await withChromium(async (browser) => {
    await measureProofs(browser, proofs);
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
    await community.serve();
    await measureActs(browser, community, acts);
    await community.stop();
  });
});
