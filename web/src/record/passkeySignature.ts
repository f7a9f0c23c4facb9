// Whether a passkey signed a message, as the record keeps it (WebAuthn level 3, section 7.2): what the audit asks, asked on this device.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, fromBase64, toBase64url, utf8 } from '../acts/bytes';
import type { PasskeySignature } from '../acts/passkeys';
import type { PublicKey } from '../acts/registration';
import { sameBytes } from './tree';

/** As the record enrolled it. */
export interface EnrolledKey extends PublicKey {
  relying_party: string;
}

const userPresent = 0x01;
const userVerified = 0x04;
const flagsAt = 32;
const shortestData = 37;

/** False for whatever can't be read, too. */
export async function passkeySigned(key: EnrolledKey, given: PasskeySignature, message: string): Promise<boolean> {
  try {
    const data = fromBase64(given.authenticator_data);
    const client = fromBase64(given.client_data);
    if (!clientDataFits(client, message, key.relying_party) || !dataFits(data, key.relying_party)) return false;
    const verify = verifiers.get(key.algorithm);
    const signed = concat(data, sha256(client));
    return verify !== undefined && (await verify(fromBase64(key.public_key), fromBase64(given.signature), signed));
  } catch {
    return false;
  }
}

function clientDataFits(client: Uint8Array, message: string, relyingParty: string): boolean {
  const said = JSON.parse(new TextDecoder().decode(client)) as Record<string, unknown>;
  const isAsked = said.type === 'webauthn.get' && said.challenge === toBase64url(sha256(utf8(message)));
  return isAsked && said.crossOrigin !== true && belongs(String(said.origin), relyingParty);
}

function belongs(origin: string, relyingParty: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === relyingParty || hostname.endsWith(`.${relyingParty}`);
}

function dataFits(data: Uint8Array, relyingParty: string): boolean {
  const flags = data[flagsAt] ?? 0;
  const isThere = (flags & userPresent) !== 0 && (flags & userVerified) !== 0;
  return data.length >= shortestData && isThere && sameBytes(data.subarray(0, flagsAt), sha256(utf8(relyingParty)));
}

type Bytes = Uint8Array<ArrayBuffer>;
type Verifier = (key: Bytes, signature: Bytes, message: Bytes) => Promise<boolean>;

const verifiers = new Map<number, Verifier>([
  [-7, verifyEs256],
  [-8, (key, signature, message) => Promise.resolve(ed25519.verify(signature, message, key))],
  [-257, verifyRs256],
]);

async function verifyEs256(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await crypto.subtle.importKey('raw', concat(Uint8Array.of(4), key), curve, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, twoNumbers(signature), message);
}

async function verifyRs256(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const jwk = { kty: 'RSA', n: toBase64url(key.subarray(0, 256)), e: toBase64url(key.subarray(256)) };
  const imported = await crypto.subtle.importKey('jwk', jwk, rsa, false, ['verify']);
  return crypto.subtle.verify(rsa, imported, signature, message);
}

/** Authenticators write both numbers of a signature in DER (RFC 3279, section 2.2.3), browsers take them in 32 bytes each. */
function twoNumbers(der: Bytes): Bytes {
  const [sequence, length] = der;
  if (sequence !== 0x30 || length !== der.length - 2) throw new Error('no signature of ES256');
  const [r, rest] = oneNumber(der.subarray(2));
  const [s, end] = oneNumber(rest);
  if (end.length > 0) throw new Error('no signature of ES256');
  return concat(r, s);
}

function oneNumber(der: Bytes): [Uint8Array, Bytes] {
  const [type, length = 0] = der;
  const digits = der.subarray(2, 2 + length);
  const number = digits[0] === 0 ? digits.subarray(1) : digits;
  if (type !== 0x02 || digits.length !== length || length === 0 || number.length > 32)
    throw new Error('no signature of ES256');
  const padded = new Uint8Array(32);
  padded.set(number, 32 - number.length);
  return [padded, der.subarray(2 + length)];
}
