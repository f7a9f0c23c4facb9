// A keybox, encrypted for one passkey: under what the passkey computes for this purpose alone (the PRF extension of WebAuthn level 3), with
// XChaCha20-Poly1305 under a key by HKDF (RFC 5869).
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { fromBase64, randomBytes, toBase64url } from '../acts/bytes';
import { having, isText, parse } from './parse';
import { nameOf } from './votingKey';

/** Whose box it is and for which passkey: bound to what is encrypted, so that no other can be put in its place. */
interface WrappedFor {
  log: string;
  organization: number;
  /** The passkey's id, in base64url. */
  credential: string;
}

interface Wrapped {
  format: 'ccop-keybox-v1';
  nonce: string;
  sealed: string;
}

const isWrapped = having<Wrapped>({
  format: (value): value is Wrapped['format'] => value === 'ccop-keybox-v1',
  nonce: isText,
  sealed: isText,
});

const contextOf = ({ log, organization, credential }: WrappedFor) =>
  utf8ToBytes(`ccop keybox wrap v1|${log}|${organization}|${credential}`);

/** What passkeys of a community are asked for; each gives another answer to it. */
export const prfInput = (log: string) => sha256(utf8ToBytes(`ccop keybox prf v1|${log}`));

const cipherOf = (prf: Uint8Array, nonce: Uint8Array, whom: WrappedFor) =>
  xchacha20poly1305(hkdf(sha256, prf, undefined, contextOf(whom), 32), nonce, contextOf(whom));

export function wrapBox(box: Uint8Array, prf: Uint8Array, whom: WrappedFor): string {
  const nonce = randomBytes(24);
  const wrapped: Wrapped = {
    format: 'ccop-keybox-v1',
    nonce: toBase64url(nonce),
    sealed: toBase64url(cipherOf(prf, nonce, whom).encrypt(box)),
  };
  return JSON.stringify(wrapped);
}

/** Throws for what was changed, is another box than the one of that name, or was encrypted for another passkey. */
export function unwrapBox(text: string, prf: Uint8Array, whom: WrappedFor, name: string): Uint8Array {
  const { nonce, sealed } = parse(text, isWrapped, 'the keybox');
  const box = cipherOf(prf, fromBase64(nonce), whom).decrypt(fromBase64(sealed));
  if (nameOf(box) !== name) throw new Error('it is another keybox');
  return box;
}
