// A trustee's decryption of totals is bound to what was decrypted, in each part that the proof speaks of; and of a file of proofs those are
// named whose decryption is not.
import { describe, expect, it } from 'vitest';

import { aTrustee } from '../testing/trustee';
import type { BoundTexts, Opening } from './boundProofs';
import { boundProofHolds, unboundTrustees } from './boundProofs';
import { byScript } from './byScript';
import type { Proof } from './group';
import { fingerprint, generator, power, powerOfGenerator, randomScalar, read, written } from './group';

const election = fingerprint('an election');
const point = () => written(powerOfGenerator(randomScalar()));
const total = () => ({ alpha: point(), beta: point() });
const totals = [[total(), total()], [total()]];
const tallyText = JSON.stringify(totals);

/** What a trustee with a key of their own posts. */
function decrypts(trustee: number, tally = tallyText) {
  const { key, decrypts: decrypt } = aTrustee();
  const made = decrypt(tally, election, trustee);
  const { decryption_factors: factors } = JSON.parse(made.decryption) as { decryption_factors: string[][] };
  const { tally: hash, proofs } = JSON.parse(made.proofs) as { tally: string; proofs: Proof[][] };
  return { key, text: made.decryption, signed: made.tally, hash, entry: { trustee, factors, proofs } };
}

const arithmetic = byScript();
const made = decrypts(2);
const { factors, proofs } = made.entry;

const boundOf = (question: number, answer: number): BoundTexts => ({
  by: { election, tally: fingerprint(tallyText), trustee: 2, key: made.key },
  question,
  answer,
  alpha: totals[question]?.[answer]?.alpha ?? '',
  factor: factors[question]?.[answer] ?? '',
});
const first = boundOf(0, 0);
const proof = proofs[0]?.[0] ?? { challenge: '', response: '' };
const another = (text: string) => written(read(text).add(generator));
/** The point of order 2: of the curve, and not of the group. */
const outside = `7${'f'.repeat(61)}ec`;

describe('a bound proof', () => {
  it('holds for each total', () => {
    expect(made.hash).toBe(fingerprint(tallyText));
    expect(made.signed).toBe(made.hash);
    expect(proofs.map((row) => row.length)).toEqual([2, 1]);
    proofs.forEach((row, i) =>
      row.forEach((each, j) => expect(boundProofHolds(each, boundOf(i, j), arithmetic)).toBe(true)),
    );
  });
  it.each<[string, BoundTexts]>([
    ['election', { ...first, by: { ...first.by, election: fingerprint('another') } }],
    ['tally', { ...first, by: { ...first.by, tally: fingerprint('another') } }],
    ['trustee', { ...first, by: { ...first.by, trustee: 1 } }],
    ['key', { ...first, by: { ...first.by, key: written(power(generator, 2n)) } }],
    ['question', { ...first, question: 1 }],
    ['answer', { ...first, answer: 1 }],
    ['ciphertext', { ...first, alpha: another(first.alpha) }],
    ['factor', { ...first, factor: another(first.factor) }],
    ['key, outside the group', { ...first, by: { ...first.by, key: outside } }],
    ['ciphertext, outside the group', { ...first, alpha: outside }],
    ['factor, outside the group', { ...first, factor: outside }],
    ['factor, which is no point', { ...first, factor: 'f'.repeat(64) }],
  ])('holds for no other %s', (_, other) => {
    expect(boundProofHolds(proof, other, arithmetic)).toBe(false);
  });
  it('holds with no other numbers', () => {
    expect(boundProofHolds({ ...proof, challenge: String(BigInt(proof.challenge) + 1n) }, first, arithmetic)).toBe(
      false,
    );
    expect(boundProofHolds({ ...proof, response: String(BigInt(proof.response) + 1n) }, first, arithmetic)).toBe(false);
    expect(boundProofHolds({ ...proof, response: '9'.repeat(99) }, first, arithmetic)).toBe(false);
  });
});

describe('of a file of proofs', () => {
  const all = [decrypts(1), made, decrypts(3)];
  const entries = all.map(({ entry }) => entry);
  const opening: Opening = {
    fingerprint: election,
    tally: tallyText,
    trusteeKeys: all.map(({ key }) => key),
    decryptions: new Map([[2, made.text]]),
  };
  const file = (trustees: object[], more = {}) =>
    JSON.stringify({ election, tally: fingerprint(tallyText), trustees, ...more });
  const named = (trustees: object[], decrypted = [1, 2, 3]) => unboundTrustees(file(trustees), opening, decrypted);

  it('nobody is named where all hold', () => {
    expect(named(entries)).toEqual([]);
    expect(named(entries.slice(0, 2), [1, 2])).toEqual([]);
  });
  it('who decrypted by the record, and does not stand in it, is named', () => {
    expect(named(entries.slice(0, 2))).toEqual([3]);
  });
  it('who decrypted by the archive, and does not stand in it, is named', () => {
    expect(named(entries.slice(0, 1), [1])).toEqual([2]);
  });
  it('who stands in it twice is named', () => {
    expect(named([...entries, entries[0] ?? {}])).toEqual([1]);
  });
  it('whoever is no trustee is named', () => {
    expect(named([...entries, { ...made.entry, trustee: 4 }, { ...made.entry, trustee: 0 }])).toEqual([0, 4]);
  });
  it('whose factor is not the one in the archive is named', () => {
    const other = { ...opening, decryptions: new Map([[2, all[0]?.text ?? '']]) };
    expect(unboundTrustees(file(entries), other, [1, 2, 3])).toEqual([2]);
  });
  it('whose decryption is of other totals is named', () => {
    const elsewhere = decrypts(3, JSON.stringify([[total(), total()], [total()]]));
    const keys = { ...opening, trusteeKeys: [all[0]?.key ?? '', made.key, elsewhere.key] };
    expect(unboundTrustees(file([...entries.slice(0, 2), elsewhere.entry]), keys, [1, 2, 3])).toEqual([3]);
  });
  it('whose factors or proofs are fewer, or other ones, is named', () => {
    const [one = made.entry, two = made.entry] = entries;
    expect(named([{ ...one, factors: one.factors.slice(1) }, ...entries.slice(1)])).toEqual([1]);
    expect(named([{ ...one, proofs: [[], []] }, ...entries.slice(1)])).toEqual([1]);
    expect(named([{ ...one, proofs: two.proofs }, ...entries.slice(1)])).toEqual([1]);
    expect(named([{ ...one, factors: two.factors }, ...entries.slice(1)])).toEqual([1]);
  });
  it.each([
    ['another election', file(entries, { election: fingerprint('another') }), 'of other totals'],
    ['other totals', file(entries, { tally: fingerprint('another') }), 'of other totals'],
    ['nothing that can be read', 'no proofs', "can't be read"],
    ['more than it should say', file(entries, { more: 1 }), 'not what it should be'],
  ])('one that speaks of %s is refused', (_, text, says) => {
    expect(() => unboundTrustees(text, opening, [])).toThrow(says);
  });
});
