import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { fromBase64 } from './bytes';
import { publicKeyOf } from './registration';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const spki = ({ publicKey }: { publicKey: KeyObject }) =>
  new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })).buffer;
const jwk = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' });
const bytes = (text = '') => [...fromBase64(text)];
const read = async (algorithm: number, key: ArrayBuffer | null) => {
  const { public_key, ...rest } = await publicKeyOf(algorithm, key);
  return { ...rest, bytes: bytes(public_key) };
};
const notUsable = { key: 'passkey-not-usable' };

describe('the key of a new passkey is read on the device', () => {
  it('ES256: x and y', async () => {
    const { x, y } = jwk(ec);
    expect(await read(-7, spki(ec))).toEqual({ algorithm: -7, bytes: [...bytes(x), ...bytes(y)] });
  });
  it('EdDSA: 32 bytes', async () =>
    expect(await read(-8, spki(ed))).toEqual({ algorithm: -8, bytes: bytes(jwk(ed).x) }));
  it('RS256: modulus and exponent', async () => {
    const { n, e } = jwk(rsa);
    const found = await read(-257, spki(rsa));
    expect(found).toEqual({ algorithm: -257, bytes: [...bytes(n), ...bytes(e)] });
    expect(found.bytes).toHaveLength(259);
  });
});

describe('a key that the record does not take is refused in words', () => {
  it.each([
    ['another algorithm', -35, spki(ec)],
    ['one that the browser does not give', -7, null],
    ['a key of another kind, as ES256', -7, spki(ed)],
    ['a key of another kind, as EdDSA', -8, spki(ec)],
    ['a key of another kind, as RS256', -257, spki(ec)],
    ['another curve', -7, spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }))],
    ['a larger RSA key', -257, spki(generateKeyPairSync('rsa', { modulusLength: 3072 }))],
    ['bytes that are no key', -7, new Uint8Array(5).buffer],
    ['nothing', -8, new ArrayBuffer(0)],
  ])('%s', async (_, algorithm, key) => expect(publicKeyOf(algorithm, key)).rejects.toMatchObject(notUsable));
});
