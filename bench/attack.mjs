// How long it takes until MITRE ATT&CK is there: imported, searched, and drawn as a matrix in Chromium; beside the same browser drawing
// as many plain list items.
// usage: node bench/attack.mjs CCOP-PROGRAM enterprise-attack.json     Needs a built page (./start --build-only) and Chromium.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { found, require, run } from './served.mjs';

const { chromium } = createRequire(join(import.meta.dirname, '../web/package.json'))('@playwright/test');

async function timed(name, action) {
  const began = performance.now();
  const result = await action();
  const took = (performance.now() - began) / 1000;
  console.log(`${name}: ${took.toFixed(2)} s${result ? ` (${result})` : ''}`);
  return took;
}

/** Whether a technique has an entry of its own in the matrix; one such as T1558.003 counts with the one above it. */
const isWhole = ({ external_references: [reference] = [] }) =>
  reference !== undefined && !reference.external_id?.includes('.');

/** What a bundle should lead to, counted without ccop. */
function expectedOf(file) {
  const { objects } = JSON.parse(readFileSync(file, 'utf8'));
  const alive = objects.filter(
    ({ type, revoked, x_mitre_deprecated }) => type === 'attack-pattern' && !revoked && !x_mitre_deprecated,
  );
  const placed = alive
    .filter(isWhole)
    .flatMap(({ kill_chain_phases = [] }) =>
      kill_chain_phases.filter((phase) => phase.kill_chain_name === 'mitre-attack'),
    );
  require(alive.some(
    ({ name }) => name === 'Kerberoasting',
  ), `${file} has no technique named Kerberoasting; is it Enterprise ATT&CK?`);
  return { objects: objects.length, placed: placed.length };
}

function imported(program, bundle, data, expected) {
  const said = execFileSync(program, ['import', 'stix', bundle, '--marking', 'clear', '--data', data], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const line = said.trim().split('\n').at(-1);
  const numbers = (line.match(/\d+/g) ?? []).map(Number);
  require(numbers.includes(
    expected.objects,
  ), `the import speaks of another number of objects than ${expected.objects}: ${line}`);
  return line;
}

async function enrol(page, link) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const authenticator = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true };
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...authenticator, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
}

async function drawn(page, expected) {
  await page.getByRole('link', { name: 'Techniques' }).click();
  await page.getByRole('region', { name: 'Techniques' }).waitFor();
  const items = await page.locator('.matrix li').count();
  require(items >=
    expected.placed, `the matrix shows ${items} techniques in their tactics, and ${expected.placed} are in the bundle`);
  return `${items} techniques in their tactics`;
}

/** As many items in a list, in a page that holds nothing else: seconds until they are laid out. */
async function plainList(browser, count) {
  const page = await browser.newPage();
  const took = await page.evaluate((items) => {
    const began = performance.now();
    const list = document.createElement('ul');
    for (let i = 0; i < items; ++i)
      list.append(Object.assign(document.createElement('li'), { textContent: `technique ${i}` }));
    document.body.append(list);
    if (list.getBoundingClientRect().height === 0) throw new Error('nothing was laid out');
    return (performance.now() - began) / 1000;
  }, count);
  await page.close();
  return took;
}

await run(async () => {
  require(process.argv.length === 4, 'usage: attack.mjs CCOP-PROGRAM enterprise-attack.json');
  const [program, bundle] = process.argv.slice(2).map((path) => resolve(path));
  const expected = expectedOf(bundle);
  const community = await found(program);
  const importing = await timed('imported', () => imported(program, bundle, community.data, expected));
  await community.serve();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await enrol(page, /Member: (\S+)/.exec(community.links)[1]);
    await page.goto(`${community.origin}${community.path}/exchange`);
    const searching = await timed('searched by words, and shown', async () => {
      await page.getByRole('textbox', { name: 'Search' }).fill('kerberoasting');
      await page.getByRole('link', { name: 'Kerberoasting', exact: true }).first().waitFor();
    });
    const drawing = await timed('the matrix asked for and drawn', () => drawn(page, expected));
    const plain = await plainList(browser, expected.placed);
    console.log(
      `together: ${(importing + searching + drawing).toFixed(2)} s; a plain list of as many items is laid out in ${plain.toFixed(3)} s`,
    );
  } finally {
    await browser.close();
  }
  await community.stop();
});
