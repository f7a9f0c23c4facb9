// A trustee's or an authority's file: JSON, encrypted under a passphrase with scrypt and XChaCha20-Poly1305.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { fromBase64, randomBytes, toBase64url } from '../acts/bytes';
import { having, isText, parse } from './parse';

/** 128 MiB and a good part of a second for each try at the passphrase. */
const hardness = { N: 2 ** 17, r: 8, p: 1 };

interface Sealed {
  format: 'ccop-key-file-v1';
  what: string;
  salt: string;
  nonce: string;
  sealed: string;
}

const isSealed = having<Sealed>({
  format: (value): value is Sealed['format'] => value === 'ccop-key-file-v1',
  what: isText,
  salt: isText,
  nonce: isText,
  sealed: isText,
});

const keyOf = (passphrase: string, salt: Uint8Array) =>
  scryptAsync(utf8ToBytes(passphrase.normalize('NFKC')), salt, { ...hardness, dkLen: 32 });

/** `what` is bound to the file, so that one can't be taken for another. */
export async function sealFile(what: string, content: unknown, passphrase: string): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(24)];
  const cipher = xchacha20poly1305(await keyOf(passphrase, salt), nonce, utf8ToBytes(what));
  const sealed: Sealed = {
    format: 'ccop-key-file-v1',
    what,
    salt: toBase64url(salt),
    nonce: toBase64url(nonce),
    sealed: toBase64url(cipher.encrypt(utf8ToBytes(JSON.stringify(content)))),
  };
  return JSON.stringify(sealed, null, 1);
}

/** Throws 'other-file' for what is no such file, and 'wrong-passphrase'. */
export async function openFile(what: string, file: string, passphrase: string): Promise<unknown> {
  let sealed: Sealed;
  try {
    sealed = parse(file, isSealed, 'the file');
  } catch {
    throw new Error('other-file');
  }
  if (sealed.what !== what) throw new Error('other-file');
  const key = await keyOf(passphrase, fromBase64(sealed.salt));
  let plain: Uint8Array;
  try {
    plain = xchacha20poly1305(key, fromBase64(sealed.nonce), utf8ToBytes(what)).decrypt(fromBase64(sealed.sealed));
  } catch {
    throw new Error('wrong-passphrase');
  }
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}
