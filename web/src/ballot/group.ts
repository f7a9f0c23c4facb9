// The group Ed25519 as Belenios writes it (specification 3.0, section 5.2.1), and numbers modulo its order. Points are their 64
// hexadecimal digits, the highest first; numbers are decimal.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import { having, isNumber } from './parse';

export const Point = ed25519.Point;
export type Point = InstanceType<typeof Point>;

export const order = Point.Fn.ORDER;
export const generator = Point.BASE;
export const identity = Point.ZERO;

export const mod = (value: bigint) => ((value % order) + order) % order;

export function written(point: Point): string {
  return bytesToHex(point.toBytes().reverse());
}

/** Throws for whatever is not the one way to write a point of the group. */
export function read(text: string): Point {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error('not an element of the group');
  const point = Point.fromBytes(hexToBytes(text).reverse());
  if (written(point) !== text || !point.isTorsionFree()) throw new Error('not an element of the group');
  return point;
}

/** base^exponent; in constant time but for the exponent 0, which no secret is. */
export function power(base: Point, exponent: bigint): Point {
  if (exponent === 0n || base.equals(identity)) return identity;
  return base.multiply(exponent);
}

export const powerOfGenerator = (exponent: bigint) => power(generator, exponent);

export const hash = (text: string) => sha256(utf8ToBytes(text));
export const hashHex = (text: string) => bytesToHex(hash(text));
/** 64 bytes, the first the lowest, as a number modulo q: so many leave no bias. */
export const wideNumber = (bytes: Uint8Array) => mod(BigInt(`0x${bytesToHex(bytes.slice().reverse())}`));
/** SHA-512 of a text, as such a number. */
export const wideHash = (text: string) => wideNumber(sha512(utf8ToBytes(text)));
export const hashNumber = (text: string) => mod(BigInt(`0x${hashHex(text)}`));

/** Evenly drawn: 64 random bytes leave no bias that anyone could measure. */
export function randomScalar(): bigint {
  for (;;) {
    const value = mod(BigInt(`0x${bytesToHex(crypto.getRandomValues(new Uint8Array(64)))}`));
    if (value !== 0n) return value;
  }
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function randomBase58(count: number): string {
  let text = '';
  while (text.length < count)
    for (const byte of crypto.getRandomValues(new Uint8Array(count)))
      if (byte < 232 && text.length < count) text += base58[byte % 58];
  return text;
}

export interface Proof {
  challenge: string;
  response: string;
}

export const isProof = having<Proof>({ challenge: isNumber, response: isNumber });

/** SHA-256 of the prefix and the commitments, as a number: how every challenge is made. */
export const challengeOf = (prefix: string, commitments: Point[]) =>
  hashNumber(prefix + commitments.map(written).join(','));

/** Knowledge of the logarithm `secret` of g^secret. */
export function proveKnowledge(secret: bigint, prefix: string): Proof {
  const w = randomScalar();
  const challenge = challengeOf(prefix, [powerOfGenerator(w)]);
  return { challenge: challenge.toString(), response: mod(w - secret * challenge).toString() };
}

export function knowledgeHolds(proof: Proof, prefix: string, key: Point): boolean {
  const challenge = BigInt(proof.challenge);
  const commitment = powerOfGenerator(mod(BigInt(proof.response))).add(power(key, mod(challenge)));
  return challengeOf(prefix, [commitment]) === challenge;
}

/** The Base64 of the SHA-256, without padding: how elections and ballots are named. */
export function fingerprint(text: string): string {
  let bytes = '';
  for (const byte of hash(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll('=', '');
}
