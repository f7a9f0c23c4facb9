// A host that lies about an election: what it tells a page is altered on the way.
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const setups = '**/api/elections/0';
const archives = `${setups}/archive`;
const proofs = `${setups}/proofs`;

/** Another key of the trustees', and the candidates' names the other way round. */
export const otherSetups: ((setup: string) => string)[] = [
  (setup) => setup.replace(/"public_key":"[0-9a-f]{64}"/, `"public_key":"${'58'.padEnd(64, '6')}"`),
  (setup) => setup.replace('"Ada Anchor (PIER)","Ben Buoy (QUAY)"', '"Ben Buoy (QUAY)","Ada Anchor (PIER)"'),
];

/** Shows another setup than was opened, with another salt beside it as well: the content that the opening's act names, a host can't change. */
export const liesAboutSetup = (page: Page, lie: (setup: string) => string) =>
  page.route(setups, async (route) => {
    const told = (await (await route.fetch()).json()) as { setup: string };
    const setup = lie(told.setup);
    expect(setup).not.toBe(told.setup);
    await route.fulfill({ json: { ...told, setup, setup_salt: 'AAAA' } });
  });
/** Shows one trustee fewer than the record names. */
export const hidesATrustee = (page: Page) =>
  page.route(setups, async (route) => {
    const told = (await (await route.fetch()).json()) as { trustees: object[] };
    await route.fulfill({ json: { ...told, trustees: told.trustees.slice(0, -1) } });
  });
/** Of either. */
export const tellsTruthAboutSetup = (page: Page) => page.unroute(setups);

/** Serves the archive of an earlier hour. */
export const servesArchive = (page: Page, archive: Buffer) =>
  page.route(archives, (route) => route.fulfill({ body: archive, contentType: 'application/octet-stream' }));
/** Serves the archive with one byte of a ballot changed. */
export const altersArchive = (page: Page) =>
  page.route(archives, async (route) => {
    const archive = Buffer.from(await (await route.fetch()).body());
    const at = archive.indexOf('"challenge":"') + 14;
    archive[at] = archive[at] === 0x31 ? 0x32 : 0x31;
    await route.fulfill({ body: archive, contentType: 'application/octet-stream' });
  });
export const tellsTruthAboutArchive = (page: Page) => page.unroute(archives);

/** Serves the proofs with another factor, or another proof, of that trustee. */
export const liesAboutDecryptionOf = (page: Page, trustee: number, what: 'factors' | 'proofs') =>
  page.route(proofs, async (route) => {
    const told = (await (await route.fetch()).json()) as {
      trustees: { trustee: number; factors: string[][]; proofs: { response: string }[][] }[];
    };
    const its = told.trustees.find((one) => one.trustee === trustee);
    const [row] = its?.factors ?? [];
    if (!its || !row) throw new Error('the trustee has not decrypted');
    if (what === 'factors') row.reverse();
    else its.proofs.reverse().forEach((of) => of.reverse());
    await route.fulfill({ json: told });
  });
export const tellsTruthAboutDecryptions = (page: Page) => page.unroute(proofs);
