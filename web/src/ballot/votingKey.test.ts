import { hkdfSync } from 'node:crypto';

import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';

import { toBase64url } from '../acts/bytes';
import { knowledgeHolds, mod, powerOfGenerator, read, written } from './group';
import { unwrapBox, wrapBox } from './keybox';
import {
  ownKey,
  credentialSecret,
  electionCredential,
  nameOf,
  newBox,
  registrationOf,
  votingSecret,
} from './votingKey';

// Computed by a program of its own: Python's hashlib and hmac, and the curve's formulas written out (tests/ballot/voting_key_test.cpp has
// the same).
const log = 'localhost/c/ccop/log+75baffd5+AXqP';
const uuid = 'ABCDEFGHJKLMNPQRSTUVWX';
const seat = { log, organization: 7, year: 2026 };
const box = Uint8Array.from({ length: 32 }, (_, i) => i);
const key = '2a60a52466c62abd2dddb10bb2c5821a4e66171464c33748ab9720496df5dc5c';
const credential = 'c6c13fbd3211a64400720d99a56f3978c678a45300673ffd0538d6c06ec202b9';

describe("a seat's keys", () => {
  it('follow from its keybox as they are written down', () => {
    expect(nameOf(box)).toBe(toBase64url(hexToBytes('e66cb0a9b21dd9abac48de8a4d54c6ec')));
    expect(written(powerOfGenerator(votingSecret(box, seat)))).toBe(key);
    expect(electionCredential(log, uuid, key)).toBe(credential);
  });
  it('give the secret of the credential that everybody computes', () => {
    expect(written(powerOfGenerator(credentialSecret(box, seat, uuid)))).toBe(credential);
  });
  it('are others for each seat, year, log and box', () => {
    const others = [
      votingSecret(box, { ...seat, year: 2027 }),
      votingSecret(box, { ...seat, organization: 8 }),
      votingSecret(box, { ...seat, log: 'another' }),
      votingSecret(newBox(), seat),
    ];
    expect(new Set([votingSecret(box, seat), ...others]).size).toBe(5);
    expect(electionCredential(log, 'ZBCDEFGHJKLMNPQRSTUVWX', key)).not.toBe(credential);
  });
  it('seal what it answered with one of its own, the same in all years', () => {
    const info = `ccop own answers v1|${log}|7`;
    expect(ownKey(box, seat)).toEqual(new Uint8Array(hkdfSync('sha512', box, '', info, 32)));
    const others = [ownKey(box, { ...seat, organization: 8 }), ownKey(box, { ...seat, log: 'another' })];
    expect(new Set([ownKey(box, seat), ...others].map(toBase64url)).size).toBe(3);
  });
  it('are registered with a proof over all that is registered', () => {
    const made = registrationOf(box, seat);
    const sealing = [...atob(made.sealing.replaceAll('-', '+').replaceAll('_', '/'))];
    const hex = sealing.map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    const prefix = (year: number) =>
      `ccop voting key v1|${log}|7|${year}|e66cb0a9b21dd9abac48de8a4d54c6ec|${hex}|${key}|`;
    expect(made.key).toBe(key);
    expect(knowledgeHolds(made.proof, prefix(2026), read(key))).toBe(true);
    expect(knowledgeHolds(made.proof, prefix(2027), read(key))).toBe(false);
    const changed = { ...made.proof, response: mod(BigInt(made.proof.response) + 1n).toString() };
    expect(knowledgeHolds(changed, prefix(2026), read(key))).toBe(false);
  });
});

describe('a keybox that a host keeps', () => {
  const prf = new Uint8Array(32).fill(9);
  const whom = { log, organization: 7, credential: 'AQID' };
  const wrapped = wrapBox(box, prf, whom);

  it('opens for its passkey', () => {
    expect(unwrapBox(wrapped, prf, whom, nameOf(box))).toEqual(box);
    expect(wrapped).not.toContain(toBase64url(box));
  });
  it('opens for no other, for no other seat or log, and not when it was changed or exchanged', () => {
    const name = nameOf(box);
    expect(() => unwrapBox(wrapped, new Uint8Array(32).fill(8), whom, name)).toThrow();
    expect(() => unwrapBox(wrapped, prf, { ...whom, credential: 'AQIE' }, name)).toThrow();
    expect(() => unwrapBox(wrapped, prf, { ...whom, organization: 8 }, name)).toThrow();
    expect(() => unwrapBox(wrapped, prf, { ...whom, log: 'another' }, name)).toThrow();
    const sealed = JSON.parse(wrapped) as { sealed: string };
    const changed = (sealed.sealed.startsWith('A') ? 'B' : 'A') + sealed.sealed.slice(1);
    expect(() => unwrapBox(JSON.stringify({ ...sealed, sealed: changed }), prf, whom, name)).toThrow();
    expect(() => unwrapBox(wrapBox(newBox(), prf, whom), prf, whom, name)).toThrow('another keybox');
    expect(() => unwrapBox('{}', prf, whom, name)).toThrow();
  });
});
