// A trustee's decryption of totals is bound to what was decrypted, in each part that the proof speaks of.
import { describe, expect, it } from 'vitest';

import type { Bound } from './bound';
import { boundChallenge } from './bound';
import { secretsOf, send } from './channel';
import type { Proof } from './group';
import { fingerprint, generator, mod, power, powerOfGenerator, randomScalar, read, written } from './group';
import { decryptTotals, newSeed } from './trustee';

const seed = newSeed();
const secret = randomScalar();
const key = written(powerOfGenerator(secret));
const { signing, decryption } = secretsOf(seed);
const output = JSON.stringify({
  private_key: send(signing, written(powerOfGenerator(decryption)), JSON.stringify({ decryption_key: String(secret) })),
  public_key: { public_key: key },
});
const total = () => ({ alpha: written(powerOfGenerator(randomScalar())), beta: key });
const totals = [[total(), total()], [total()]];
const election = fingerprint('an election');
const made = decryptTotals(seed, output, JSON.stringify(totals), election, 2);
const { decryption_factors: factors } = JSON.parse(made.decryption) as { decryption_factors: string[][] };
const { tally, proofs } = JSON.parse(made.proofs) as { tally: string; proofs: Proof[][] };

const boundOf = (question: number, answer: number): Bound => ({
  by: { election, tally, trustee: 2, key },
  question,
  answer,
  alpha: read(totals[question]?.[answer]?.alpha ?? ''),
  factor: read(factors[question]?.[answer] ?? ''),
});
const first = boundOf(0, 0);
const proof = proofs[0]?.[0] ?? { challenge: '', response: '' };

/** Verified as docs/elections.md says. */
function boundProofHolds(proof: Proof, bound: Bound): boolean {
  const challenge = BigInt(proof.challenge);
  const response = BigInt(proof.response);
  if (challenge !== mod(challenge) || response !== mod(response)) return false;
  const first = powerOfGenerator(response).add(power(read(bound.by.key), challenge));
  const second = power(bound.alpha, response).add(power(bound.factor, challenge));
  return boundChallenge(bound, first, second) === challenge;
}

describe('a bound proof', () => {
  it('holds for each total', () => {
    expect(tally).toBe(fingerprint(JSON.stringify(totals)));
    expect(made.tally).toBe(tally);
    expect(proofs.map((row) => row.length)).toEqual([2, 1]);
    proofs.forEach((row, i) => row.forEach((each, j) => expect(boundProofHolds(each, boundOf(i, j))).toBe(true)));
  });
  it.each<[string, Bound]>([
    ['election', { ...first, by: { ...first.by, election: fingerprint('another') } }],
    ['tally', { ...first, by: { ...first.by, tally: fingerprint('another') } }],
    ['trustee', { ...first, by: { ...first.by, trustee: 1 } }],
    ['key', { ...first, by: { ...first.by, key: written(power(generator, 2n)) } }],
    ['question', { ...first, question: 1 }],
    ['answer', { ...first, answer: 1 }],
    ['ciphertext', { ...first, alpha: first.alpha.add(generator) }],
    ['factor', { ...first, factor: first.factor.add(generator) }],
  ])('holds for no other %s', (_, other) => {
    expect(boundProofHolds(proof, other)).toBe(false);
  });
  it('holds with no other numbers', () => {
    expect(boundProofHolds({ ...proof, challenge: String(BigInt(proof.challenge) + 1n) }, first)).toBe(false);
    expect(boundProofHolds({ ...proof, response: String(BigInt(proof.response) + 1n) }, first)).toBe(false);
    expect(boundProofHolds({ ...proof, response: '9'.repeat(99) }, first)).toBe(false);
  });
});
