// Sealed boxes, as libsodium makes them.
import { x25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';

import { utf8 } from '../acts/bytes';
import { openSealed, sealTo } from './sealedBox';

const secret = new Uint8Array(32).fill(7);
const key = x25519.getPublicKey(secret);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it('one that libsodium sealed is opened', () => {
  const sealed = hexToBytes(
    '47baca3815175961543ef6bf5af796464f22914bc98ee9f73ea37d6cd983961ce354c0f705bab6ed1382af6c3d667fd0fc0bb6e36fb9fb9a54a186803e334bb28fd985998629bf5fff',
  );
  expect(text(openSealed(secret, sealed))).toBe('what a colleague answered');
});
it('one that is sealed here is opened by the key alone that it was sealed to', () => {
  const sealed = sealTo(key, utf8('answers'));
  expect(text(openSealed(secret, sealed))).toBe('answers');
  expect(() => openSealed(new Uint8Array(32).fill(8), sealed)).toThrow();
});
it('one of which a bit was changed is not opened, wherever it is', () => {
  const sealed = sealTo(key, utf8('answers'));
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openSealed(secret, changed)).toThrow();
  }
});
it('what is too short to be one is not opened', () => {
  for (const size of [0, 31, 32, 47]) expect(() => openSealed(secret, new Uint8Array(size).fill(9))).toThrow();
});
