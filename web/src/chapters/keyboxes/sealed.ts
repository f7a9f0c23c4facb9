// What a seat keeps for itself, sealed with a key that follows from its keybox: whoever keeps it learns neither what it says nor how much.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, fromBase64, randomBytes, toBase64url, utf8 } from '../../acts/bytes';
import type { Shape } from '../../ballot/parse';
import { parse } from '../../ballot/parse';
import { nameOf, ownKey } from '../../ballot/votingKey';

/** Whose it is. */
export interface SeatOfLog {
  /** The log's first key. */
  log: string;
  organization: number;
}

const version = Uint8Array.of(1);
const nameSize = 16;
const nonceSize = 24;
const lengthSize = 4;
const step = 16 * 1024;
const least = 64 * 1024;

/** `what` is bound to it, so that one thing can't be taken for another. */
export function seal(box: Uint8Array, seat: SeatOfLog, what: string, value: unknown): string {
  const nonce = randomBytes(nonceSize);
  const sealed = cipherOf(box, seat, what, nonce).encrypt(padded(utf8(JSON.stringify(value))));
  return toBase64url(concat(version, fromBase64(nameOf(box)), nonce, sealed));
}

/** Throws for what was changed, is of another box or seat, or something else. */
export function unseal<T>(box: Uint8Array, seat: SeatOfLog, what: string, text: string, is: Shape<T>): T {
  const bytes = fromBase64(text);
  const at = version.length + nameSize;
  const nonce = bytes.subarray(at, at + nonceSize);
  const plain = cipherOf(box, seat, what, nonce).decrypt(bytes.subarray(at + nonceSize));
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  return parse(new TextDecoder().decode(plain.subarray(lengthSize, lengthSize + length)), is, what);
}

/**
 * The same for where people look who are no business of the seat's: neither its place nor itself tells whose it is. Whoever opens it has the box
 * already.
 */
export const unnamed = {
  place: (box: Uint8Array, seat: SeatOfLog, what: string) =>
    toBase64url(hmac(sha256, ownKey(box, seat), utf8(`place of ${what}`))),
  seal: (box: Uint8Array, seat: SeatOfLog, what: string, value: unknown) =>
    toBase64url(fromBase64(seal(box, seat, what, value)).subarray(version.length + nameSize)),
  unseal: <T>(box: Uint8Array, seat: SeatOfLog, what: string, text: string, is: Shape<T>): T =>
    unseal(box, seat, what, toBase64url(concat(version, fromBase64(nameOf(box)), fromBase64(text))), is),
};

/** The name of the keybox that opens it; nothing where it is no such text. */
export function boxOf(text: string): string | undefined {
  try {
    const bytes = fromBase64(text);
    if (bytes[0] !== version[0] || bytes.length < version.length + nameSize + nonceSize + least) return undefined;
    return toBase64url(bytes.subarray(version.length, version.length + nameSize));
  } catch {
    return undefined;
  }
}

const cipherOf = (box: Uint8Array, seat: SeatOfLog, what: string, nonce: Uint8Array) =>
  xchacha20poly1305(ownKey(box, seat), nonce, concat(version, fromBase64(nameOf(box)), utf8(what)));

/** A length that many have, and that holds as much: it says nothing of how much is in it. */
export const paddedSize = (size: number) => Math.max(least, step * Math.ceil(size / step));

/** Its length, itself, and zeros up to a length that many have. */
function padded(plain: Uint8Array): Uint8Array {
  const whole = new Uint8Array(paddedSize(lengthSize + plain.length));
  new DataView(whole.buffer).setUint32(0, plain.length);
  whole.set(plain, lengthSize);
  return whole;
}
