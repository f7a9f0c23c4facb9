// The key of a sign-in: it signs, without a question, what needs no passkey of its own. The browser makes it, keeps it and never gives
// its private half away, not even to this page; the passkey says at sign-in that it is the person's.
import { sha256 } from '@noble/hashes/sha2.js';

import { slug } from '../api/client';
import { fromBase64, toBase64url, utf8 } from './bytes';
import { forget, keep, kept } from './kept';
import { NoPasskey } from './problems';

export interface SessionSignature {
  key: string;
  signature: string;
}

interface SessionKey {
  /** x and y of the point on P-256, 64 bytes in base64url. */
  public_key: string;
  /** Until when it signs. */
  end: string;
  /** As the browser keeps it. */
  private_key: CryptoKey;
}

const day_ms = 86_400_000;
const minute_ms = 60_000;
/** The host takes seven days by its own clock. */
const lasts_ms = 7 * day_ms - minute_ms;
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const place = `session/${slug}`;

/** It is kept once the host knows it. */
export async function makeSessionKey(): Promise<SessionKey> {
  // There is none where the address isn't secure, and no passkeys either.
  if (!('subtle' in crypto)) throw new NoPasskey('no-passkeys-here');
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return {
    private_key: privateKey,
    public_key: toBase64url(point.slice(1)),
    end: new Date(Date.now() + lasts_ms).toISOString(),
  };
}

export const keepSessionKey = (key: SessionKey) => keep(place, key);
export const forgetSessionKey = () => forget(place);

/** The key of this device, unless it never had one or its time is over. */
export async function keptSessionKey(): Promise<SessionKey | undefined> {
  const key = await kept<SessionKey>(place);
  return key && new Date(key.end) > new Date() ? key : undefined;
}

/** How the record calls a key. */
export const idOfKey = ({ public_key }: SessionKey) => toBase64url(sha256(fromBase64(public_key)));

export async function signBySession(key: SessionKey, message: string): Promise<SessionSignature> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.private_key, utf8(message));
  return { key: idOfKey(key), signature: toBase64url(new Uint8Array(signature)) };
}
