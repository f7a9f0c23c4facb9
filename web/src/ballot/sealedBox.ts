// libsodium's sealed boxes (crypto_box_seal): whoever has the public key seals, whoever has the secret opens, and who sealed it nobody learns.
// A key of X25519 that is made for one box; nonce BLAKE2b-192 of both public keys; then XSalsa20-Poly1305 under HSalsa20 of the shared secret.
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { u32, u8 } from '@noble/ciphers/utils.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';

import { concat, randomBytes, utf8 } from '../acts/bytes';

const keySize = 32;
const nonceSize = 24;

const sigma = u32(utf8('expand 32-byte k').slice());

function cipherOf(secret: Uint8Array, theirs: Uint8Array, once: Uint8Array, to: Uint8Array) {
  const shared = x25519.getSharedSecret(secret, theirs).slice();
  const key = new Uint32Array(keySize / 4);
  hsalsa(sigma, u32(shared), new Uint32Array(4), key);
  return xsalsa20poly1305(u8(key), blake2b(concat(once, to), { dkLen: nonceSize }));
}

/** `to` is a public key of X25519. */
export function sealTo(to: Uint8Array, plain: Uint8Array): Uint8Array {
  const secret = randomBytes(keySize);
  const once = x25519.getPublicKey(secret);
  return concat(once, cipherOf(secret, to, once, to).encrypt(plain));
}

/** Throws for what was changed, or sealed to another key. */
export function openSealed(secret: Uint8Array, sealed: Uint8Array): Uint8Array {
  const once = sealed.subarray(0, keySize);
  return cipherOf(secret, once, once, x25519.getPublicKey(secret)).decrypt(sealed.subarray(keySize));
}
