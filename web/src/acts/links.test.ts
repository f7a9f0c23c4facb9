import { createPrivateKey, createPublicKey, hkdfSync, verify } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { keyOfLink, newLink } from './links';

/** Node's own HKDF and Ed25519; the head is that of a PKCS8 key (RFC 8410). */
function nodesKey(secret: string) {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'ccop link key v1', 32));
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
}
const secret = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

describe('the key of a link', () => {
  it('is the one that another implementation makes of the secret', () => {
    const { x } = nodesKey(secret).export({ format: 'jwk' });
    expect(keyOfLink(secret).key).toBe(x);
  });
  it('is this one for this secret, for ever', () =>
    expect(keyOfLink(secret).key).toBe('88led0iXsnfhTiT-M1Ru2Uzz1QuQmIt9KDcCVTa5Q-E'));
  it('signs so that another implementation holds it for sound', () => {
    const { key, signature } = keyOfLink(secret).sign('ccop act v2\nkey\n{}');
    expect(key).toBe(keyOfLink(secret).key);
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify(null, Buffer.from('ccop act v2\nkey\n{}'), nodesKey(secret), bytes)).toBe(true);
    expect(verify(null, Buffer.from('ccop act v2\nkey\n{ }'), nodesKey(secret), bytes)).toBe(false);
  });
  it('follows from the text as it stands, not from the bytes that it writes', () =>
    expect(keyOfLink(`${secret}=`).key).not.toBe(keyOfLink(secret).key));
  it('of a new link is the key of its secret, and no other link has it', () => {
    const [one, other] = [newLink(), newLink()];
    expect(one.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keyOfLink(one.secret).key).toBe(one.key);
    expect(other.key).not.toBe(one.key);
  });
});
