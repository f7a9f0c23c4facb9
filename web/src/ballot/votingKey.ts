// The keys of a seat, which follow from its keybox: 32 bytes that its own devices made and that leave them only encrypted. One key for
// each year, from which the seat's credential in each election follows (docs/elections.md).
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { randomBytes, toBase64url } from '../acts/bytes';
import type { Proof } from './group';
import { mod, powerOfGenerator, proveKnowledge, read, wideHash, wideNumber, written } from './group';

/** Of which seat's keys, and for which year. */
interface Seat {
  /** The log's first key. */
  log: string;
  /** The organization's number in the record. */
  organization: number;
  year: number;
}

const boxSize = 32;
const nameSize = 16;

export const newBox = () => randomBytes(boxSize);

const nameBytes = (box: Uint8Array) => hkdf(sha256, box, undefined, utf8ToBytes('ccop keybox name v1'), nameSize);

/** Names a box without telling anything of it. */
export const nameOf = (box: Uint8Array) => toBase64url(nameBytes(box));

const derived = (box: Uint8Array, purpose: string, { log, organization, year }: Seat, size: number) =>
  hkdf(sha512, box, undefined, utf8ToBytes(`${purpose}|${log}|${organization}|${year}`), size);

export const votingSecret = (box: Uint8Array, seat: Seat) => wideNumber(derived(box, 'ccop voting key v1', seat, 64));

/** Of the key that the seat registers beside its voting key, for whoever has something for it alone. */
export const sealingSecret = (box: Uint8Array, seat: Seat) => derived(box, 'ccop sealing key v1', seat, 32);
const sealingKey = (box: Uint8Array, seat: Seat) => x25519.getPublicKey(sealingSecret(box, seat));

/** Seals what the seat keeps for itself, whatever the year; its words are those of what was kept first. */
export const ownKey = (box: Uint8Array, { log, organization }: Omit<Seat, 'year'>) =>
  hkdf(sha512, box, undefined, utf8ToBytes(`ccop own answers v1|${log}|${organization}`), 32);

interface Registration {
  organization: number;
  year: number;
  box: string;
  key: string;
  sealing: string;
  proof: Proof;
}

/** What the seat registers, with the proof that it knows the secret. */
export function registrationOf(box: Uint8Array, seat: Seat): Registration {
  const secret = votingSecret(box, seat);
  const key = written(powerOfGenerator(secret));
  const sealing = sealingKey(box, seat);
  const name = nameBytes(box);
  const { log, organization, year } = seat;
  const prefix = `ccop voting key v1|${log}|${organization}|${year}|${bytesToHex(name)}|${bytesToHex(sealing)}|${key}|`;
  return {
    organization,
    year,
    box: toBase64url(name),
    key,
    sealing: toBase64url(sealing),
    proof: proveKnowledge(secret, prefix),
  };
}

const offsetOf = (log: string, uuid: string, key: string) =>
  wideHash(`ccop election credential v1|${log}|${uuid}|${key}`);

/** The credential of whoever registered the key, in that election: everybody can compute it. */
export const electionCredential = (log: string, uuid: string, key: string) =>
  written(read(key).add(powerOfGenerator(offsetOf(log, uuid, key))));

/**
 * The credential's secret. It never leaves the device: with it anybody computes the year's secret, and from that the secrets of all
 * elections of the year.
 */
export function credentialSecret(box: Uint8Array, seat: Seat, uuid: string): bigint {
  const secret = votingSecret(box, seat);
  return mod(secret + offsetOf(seat.log, uuid, written(powerOfGenerator(secret))));
}
