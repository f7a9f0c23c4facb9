// The real page in Chromium, for benches.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const web = join(import.meta.dirname, '../web');
const need = createRequire(join(web, 'package.json'));

/** Does something with a browser, which is closed whatever comes. */
export async function withChromium(does) {
  const { chromium } = need('@playwright/test');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    await does(browser);
  } finally {
    await browser.close();
  }
}

/** A browser with a passkey of its own, in which somebody is signed in by the demonstration's link for a role; `looks` says on what. */
export async function signedIn(browser, community, role, looks = {}) {
  const page = await (await browser.newContext(looks)).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true };
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.goto(new RegExp(`${role}: (http\\S+)`).exec(community.links)[1]);
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
  return page;
}

export const secretaryOf = (browser, community) => signedIn(browser, community, 'Secretary');

/** A part of the page, given as a module, as a script that makes its exports the global `name`. */
export async function bundled(name, module) {
  const { build } = await import(need.resolve('vite'));
  const out = mkdtempSync(join(tmpdir(), `ccop-${name}-`));
  try {
    writeFileSync(join(out, 'entry.ts'), module);
    const lib = { entry: join(out, 'entry.ts'), name, formats: ['iife'], fileName: name };
    await build({ configFile: false, logLevel: 'error', build: { outDir: join(out, 'built'), target: 'es2022', lib } });
    return readFileSync(join(out, `built/${name}.iife.js`), 'utf8');
  } finally {
    rmSync(out, { recursive: true });
  }
}
