// The real page in Chromium, for benches.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const web = join(import.meta.dirname, '../web');
export const need = createRequire(join(web, 'package.json'));

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

/** A browser with a passkey of its own, in which the Secretary is signed in. */
export async function secretaryOf(browser, community) {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  };
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...options,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(/Secretary: (http\S+)/.exec(community.links)[1]);
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
  return page;
}
