// A decryption that comes from another program is signed where it is of the totals that this device counted, with the trustee's own key.
import { expect, it } from 'vitest';

import { fingerprint, powerOfGenerator, randomScalar, written } from '../../ballot/group';
import { Unsound } from '../../ballot/spec';
import { aTrustee } from '../../testing/trustee';
import { broughtDecryption } from './broughtDecryption';
import type { CountedHere } from './evidence';
import type { ElectionPage } from './standing';

const uuid = 'ABCDEFGHJKLMNP';
const election = { uuid } as ElectionPage;
const setup = fingerprint('the setup');
const point = () => written(powerOfGenerator(randomScalar()));
const aTally = () => JSON.stringify([[0, 1].map(() => ({ alpha: point(), beta: point() }))]);
const tally = aTally();
const [first, second] = [aTrustee(), aTrustee()];
const counted = {
  tally,
  hash: fingerprint(tally),
  fingerprint: setup,
  keys: [first.key, second.key],
} as CountedHere;
const made = second.decrypts(tally, setup, 2);
const file = (of: object, more: object = {}) => JSON.stringify({ election: uuid, ...of, ...more });
const brought = (text: string) => broughtDecryption(text, election, counted, 2);

it('is taken as it is', async () => {
  expect(await brought(file(made))).toEqual(made);
});
it.each([
  ['of another election', file(made, { election: 'ZBCDEFGHJKLMNP' })],
  ['of another setup', file(second.decrypts(tally, fingerprint('another setup'), 2))],
  ['of other totals', file(second.decrypts(aTally(), setup, 2))],
  ['that says it is of other totals', file(made, { tally: fingerprint(aTally()) })],
  ['of other totals, and says it is of these', file(second.decrypts(aTally(), setup, 2), { tally: counted.hash })],
  ["with another trustee's key", file(first.decrypts(tally, setup, 2))],
  ["in another trustee's place", file(second.decrypts(tally, setup, 1))],
  ['without proofs', file(made, { proofs: JSON.stringify({ tally: counted.hash, proofs: [[]] }) })],
  ['with something beside it', file(made, { seed: 'a seed' })],
  ['which is a key file', '{"format":"ccop-key-file-v1"}'],
  ['which is nothing', ''],
])('is not taken, where it is one %s', async (_, text) => {
  await expect(brought(text)).rejects.toThrow(Unsound);
});
