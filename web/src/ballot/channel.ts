// How trustees talk through a host that they don't trust (Belenios specification 3.0, sections 4.6.1 and 4.6.3): keys that follow
// from one seed, signatures, and messages that only their recipient reads.
import { cbc, ctr } from '@noble/ciphers/aes.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Point, Proof } from './group';
import {
  hash,
  hashNumber,
  isProof,
  knowledgeHolds,
  power,
  powerOfGenerator,
  proveKnowledge,
  randomScalar,
  read,
  written,
} from './group';
import { having, isText, parse } from './parse';

export interface SignedMessage {
  message: string;
  signature: Proof;
}

export const isSigned = having<SignedMessage>({ message: isText, signature: isProof });

export interface TrusteeSecrets {
  signing: bigint;
  decryption: bigint;
}

export const secretsOf = (seed: string): TrusteeSecrets => ({
  signing: hashNumber(`sk|${seed}`),
  decryption: hashNumber(`dk|${seed}`),
});

export const signMessage = (signing: bigint, message: string): SignedMessage => ({
  message,
  signature: proveKnowledge(signing, `sigmsg|${message}|`),
});

export const signatureHolds = (message: string, signature: Proof, key: Point) =>
  knowledgeHolds(signature, `sigmsg|${message}|`, key);

const tagSize = 8;
const block = 16;

/** CCM gives as few bytes to the length as it needs, two at least, and the rest of 15 to the nonce. */
const lengthSize = (length: number) => (length < 65536 ? 2 : 3);

/** The two parts of CCM (RFC 3610): a CBC-MAC over length and message, and counter mode, whose first block hides the MAC. */
function ccmTag(key: Uint8Array, nonce: Uint8Array, message: Uint8Array): Uint8Array {
  const size = lengthSize(message.length);
  const first = new Uint8Array(block);
  first[0] = ((tagSize - 2) / 2) * 8 + (size - 1);
  first.set(nonce, 1);
  for (let i = 0; i < size; ++i) first[block - 1 - i] = (message.length >>> (8 * i)) & 255;
  const padded = new Uint8Array(Math.ceil(message.length / block) * block);
  padded.set(message);
  const chained = cbc(key, new Uint8Array(block), { disablePadding: true }).encrypt(concatBytes(first, padded));
  return chained.subarray(chained.length - block, chained.length - block + tagSize);
}

function ccmCounter(key: Uint8Array, nonce: Uint8Array, length: number, data: Uint8Array): Uint8Array {
  const counter = new Uint8Array(block);
  counter[0] = lengthSize(length) - 1;
  counter.set(nonce, 1);
  return ctr(key, counter).encrypt(data);
}

const nonceOf = (iv: Uint8Array, length: number) => iv.subarray(0, 15 - lengthSize(length));

export function encryptCcm(key: Uint8Array, iv: Uint8Array, text: string): string {
  const message = utf8ToBytes(text);
  const nonce = nonceOf(iv, message.length);
  const head = new Uint8Array(block);
  head.set(ccmTag(key, nonce, message));
  const out = ccmCounter(key, nonce, message.length, concatBytes(head, message));
  return bytesToHex(concatBytes(out.subarray(block), out.subarray(0, tagSize)));
}

/** Throws for what was changed. */
export function decryptCcm(key: Uint8Array, iv: Uint8Array, hex: string): string {
  const sent = hexToBytes(hex);
  const length = sent.length - tagSize;
  if (length < 0) throw new Error('the message is cut off');
  const nonce = nonceOf(iv, length);
  const head = new Uint8Array(block);
  head.set(sent.subarray(length));
  const out = ccmCounter(key, nonce, length, concatBytes(head, sent.subarray(0, length)));
  const message = out.subarray(block);
  if (!equalBytes(ccmTag(key, nonce, message), out.subarray(0, tagSize))) throw new Error('the message was changed');
  return new TextDecoder().decode(message);
}

const keyOf = (shared: Point) => hash(`key|${written(shared)}`);
const ivOf = (alpha: string) => hash(`iv|${alpha}`);

export function send(signing: bigint, recipient: string, message: string): string {
  const signed = JSON.stringify(signMessage(signing, JSON.stringify({ recipient, message })));
  const [r, s] = [randomScalar(), randomScalar()];
  const shared = powerOfGenerator(s);
  const alpha = written(powerOfGenerator(r));
  const beta = written(power(read(recipient), r).add(shared));
  return JSON.stringify({ alpha, beta, data: encryptCcm(keyOf(shared), ivOf(alpha), signed) });
}

const isSealed = having<{ alpha: string; beta: string; data: string }>({ alpha: isText, beta: isText, data: isText });
const isAddressed = having<{ recipient: string; message: string }>({ recipient: isText, message: isText });

/** Throws for what was changed, was written to another, or was signed by another than `sender`. */
export function receive(decryption: bigint, sender: Point, sent: string): string {
  const { alpha, beta, data } = parse(sent, isSealed, 'the message');
  const shared = read(beta).subtract(power(read(alpha), decryption));
  const { message, signature } = parse(decryptCcm(keyOf(shared), ivOf(alpha), data), isSigned, 'the message');
  if (!signatureHolds(message, signature, sender)) throw new Error("the sender's signature does not hold");
  const inner = parse(message, isAddressed, 'the message');
  if (inner.recipient !== written(powerOfGenerator(decryption))) throw new Error('the message is for another trustee');
  return inner.message;
}
