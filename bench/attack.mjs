// How long it takes until MITRE ATT&CK is there: imported, searched, and drawn as a matrix in Chromium.
// usage: node bench/attack.mjs CCOP-PROGRAM enterprise-attack.json     Needs a built page (./start --build-only) and Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { chromium } = createRequire(join(root, 'web/package.json'))('@playwright/test');
const [program, bundle] = process.argv.slice(2).map((path) => resolve(path));
const data = mkdtempSync(join(tmpdir(), 'ccop-attack-'));
const origin = 'http://localhost:8194';
const timed = async (name, action) => {
  const began = performance.now();
  const result = await action();
  const took = (performance.now() - began) / 1000;
  console.log(`${name}: ${took.toFixed(2)} s${result ? ` (${result})` : ''}`);
  return took;
};

const where = ['--data', data, '--origin', origin];
const links = execFileSync(program, ['demo', '--charter', join(root, 'charter/ccop.toml'), ...where], { encoding: 'utf8' });
const imported = await timed('imported', () =>
  execFileSync(program, ['import', 'stix', bundle, '--marking', 'clear', '--data', data], { encoding: 'utf8', stdio: 'pipe' })
    .trim()
    .split('\n')
    .at(-1),
);
const server = spawn(program, ['serve', '--listen', '127.0.0.1:8194', ...where], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((ready) => server.stdout.on('data', (text) => String(text).includes('serving') && ready()));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const authenticator = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true };
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...authenticator, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.goto(/Member: (\S+)/.exec(links)[1]);
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
  await page.goto(`${origin}/c/ccop/exchange`);

  const searched = await timed('searched by words, and shown', async () => {
    await page.getByRole('textbox', { name: 'Search' }).fill('kerberoasting');
    await page.getByRole('link', { name: 'Kerberoasting', exact: true }).first().waitFor();
  });
  const drawn = await timed('the matrix asked for and drawn', async () => {
    await page.getByRole('link', { name: 'Techniques' }).click();
    await page.getByRole('region', { name: 'Techniques' }).waitFor();
    return `${await page.locator('.matrix li').count()} techniques in their tactics`;
  });
  console.log(`together: ${(imported + searched + drawn).toFixed(2)} s`);
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true });
}
