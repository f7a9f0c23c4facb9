// One-time links. A link's secret is made in the browser of whoever makes it out, and a key follows from it: the host learns the public
// part alone, so it can't use the link itself.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { randomBytes, toBase64url, utf8 } from './bytes';

export interface LinkSignature {
  key: string;
  signature: string;
}

export interface LinkKey {
  /** The public key, 32 bytes in base64url. */
  key: string;
  sign: (message: string) => LinkSignature;
}

/** The key of a link, from the text that stands after its #. */
export function keyOfLink(secret: string): LinkKey {
  const seed = hkdf(sha256, utf8(secret), undefined, utf8('ccop link key v1'), 32);
  const key = toBase64url(ed25519.getPublicKey(seed));
  return { key, sign: (message) => ({ key, signature: toBase64url(ed25519.sign(utf8(message), seed)) }) };
}

interface NewLink {
  secret: string;
  key: string;
}

export function newLink(): NewLink {
  const secret = toBase64url(randomBytes(32));
  return { secret, key: keyOfLink(secret).key };
}

/** The secret of the link by which this page was opened. It stands after the #, so no address that reaches the server and no log holds it. */
export const secretInAddress = () => window.location.hash.slice(1);
