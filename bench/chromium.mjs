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
  return built(
    name,
    module,
    (lib) => ({ lib: { ...lib, formats: ['iife'] } }),
    (out) => readFileSync(join(out, `${name}.iife.js`), 'utf8'),
  );
}

/** The exports of a module that uses what the page's tests have, which are Node's. */
export async function loaded(name, module) {
  return built(
    name,
    module,
    ({ entry }) => ({ ssr: entry }),
    (out) => import(join(out, 'entry.mjs')),
    {
      ssr: { noExternal: true },
    },
  );
}

/** Builds a module in a folder of its own, and gives what `take` finds there. */
async function built(name, module, how, take, more = {}) {
  const { build } = await import(need.resolve('vite'));
  const out = mkdtempSync(join(tmpdir(), `ccop-${name}-`));
  try {
    const entry = join(out, 'entry.ts');
    writeFileSync(entry, module);
    const what = how({ entry, name, fileName: name });
    await build({
      ...more,
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(out, 'built'), target: 'es2022', ...what },
    });
    return await take(join(out, 'built'));
  } finally {
    rmSync(out, { recursive: true });
  }
}
