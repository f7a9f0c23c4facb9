import { createHash, generateKeyPairSync, sign } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { PasskeySignature } from '../acts/passkeys';
import { publicKeyOf } from '../acts/registration';
import type { EnrolledKey } from './passkeySignature';
import { passkeySigned } from './passkeySignature';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();
const message = 'ccop act v2\nthe log\n{}';

/** An authenticator for tests, by Node's own cryptography. */
const kinds = {
  ES256: { algorithm: -7, keys: generateKeyPairSync('ec', { namedCurve: 'P-256' }), hash: 'sha256' },
  EdDSA: { algorithm: -8, keys: generateKeyPairSync('ed25519'), hash: null },
  RS256: { algorithm: -257, keys: generateKeyPairSync('rsa', { modulusLength: 2048 }), hash: 'sha256' },
};
type Kind = keyof typeof kinds;

async function keyOf(kind: Kind): Promise<EnrolledKey> {
  const { algorithm, keys } = kinds[kind];
  const spki = new Uint8Array(keys.publicKey.export({ format: 'der', type: 'spki' }));
  return { ...(await publicKeyOf(algorithm, spki.buffer)), relying_party: 'example.org' };
}

interface Said {
  challenge?: string;
  type?: string;
  origin?: string;
  crossOrigin?: boolean;
  relyingParty?: string;
  flags?: number;
}

function signed(kind: Kind, said: Said = {}): PasskeySignature {
  const { relyingParty = 'example.org', flags = 0x05, ...client } = said;
  const clientData = Buffer.from(
    JSON.stringify({
      type: 'webauthn.get',
      challenge: sha256(message).toString('base64url'),
      origin: 'https://ccop.example.org',
      ...client,
    }),
  );
  const data = Buffer.concat([sha256(relyingParty), Buffer.of(flags, 0, 0, 0, 1)]);
  const { keys, hash } = kinds[kind];
  return {
    credential: 'one',
    authenticator_data: data.toString('base64url'),
    client_data: clientData.toString('base64url'),
    signature: sign(hash, Buffer.concat([data, sha256(clientData)]), keys.privateKey).toString('base64url'),
  };
}

describe('what a passkey signed', () => {
  it.each(Object.keys(kinds) as Kind[])('is told by its key, with %s', async (kind) => {
    // Numbers of ES256 come in several lengths.
    for (let i = 0; i < 40; ++i) expect(await passkeySigned(await keyOf(kind), signed(kind), message)).toBe(true);
  });
  it.each(Object.keys(kinds) as Kind[])('is nothing else, with %s', async (kind) => {
    const key = await keyOf(kind);
    expect(await passkeySigned(key, signed(kind), message.replace('{}', '{"a":1}'))).toBe(false);
    const { signature, ...rest } = signed(kind);
    const bent = Buffer.from(signature, 'base64url');
    bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
    expect(await passkeySigned(key, { ...rest, signature: bent.toString('base64url') }, message)).toBe(false);
    expect(await passkeySigned(key, { ...rest, signature: '' }, message)).toBe(false);
  });
  it.each([
    ['another challenge', { challenge: sha256('another').toString('base64url') }],
    ['the making of a passkey', { type: 'webauthn.create' }],
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page whose address only ends like it', { origin: 'https://another-example.org' }],
    ['a page within another', { crossOrigin: true }],
    ['another relying party', { relyingParty: 'example.com' }],
    ['nobody there', { flags: 0x04 }],
    ['nobody known there', { flags: 0x01 }],
  ])('is not taken of %s', async (_, said) => {
    expect(await passkeySigned(await keyOf('ES256'), signed('ES256', said), message)).toBe(false);
  });
  it('is not taken of another key', async () => {
    const key = await keyOf('ES256');
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const spki = new Uint8Array(other.export({ format: 'der', type: 'spki' }));
    expect(await passkeySigned({ ...key, ...(await publicKeyOf(-7, spki.buffer)) }, signed('ES256'), message)).toBe(
      false,
    );
    expect(await passkeySigned({ ...key, algorithm: -8 }, signed('ES256'), message)).toBe(false);
    expect(await passkeySigned({ ...key, algorithm: 5 }, signed('ES256'), message)).toBe(false);
  });
});
