import { describe, expect, it } from 'vitest';

import { fingerprintOf, readSet } from '../exposure/shared';
import { ratingSet } from './ratingSet';

const bands = {
  frequency: ['Rare: less than once', 'Unlikely: once', 'Likely: twice', 'Frequent: often', 'Constant: always'],
  impact: ['Slight: a little', 'Minor: some', 'Moderate: more', 'Major: much', 'Extreme: all'],
};
const made = () =>
  ratingSet(
    3,
    'The Harbour',
    [
      { id: 0, title: 'The quay floods' },
      { id: 6, title: 'The crane fails' },
    ],
    bands,
  );

describe('the set that rates risks', () => {
  it('asks one question of each risk, with a cell for each pair of bands', () => {
    const [, question] = made().questions;
    expect(question?.id).toBe('RISK-7');
    expect(question?.text).toBe('The crane fails');
    expect(question?.levels).toHaveLength(25);
    expect(question?.levels[1]?.name).toBe('Rare | Minor');
    expect(question?.levels[6]).toEqual({ name: 'Unlikely | Minor', evidence: 'Unlikely: once. Minor: some.' });
  });
  it('is read as any other', () => {
    expect(readSet(JSON.stringify(made())).version).toBe(3);
  });
  /** tests/exposure/rating_set_test.cpp has this fingerprint, too. */
  it('has the fingerprint that the program computes', () => {
    expect(fingerprintOf(JSON.stringify(made()))).toBe(
      'ba6e339d68ff91313799a88f10c469c056390997a20245f9cae80296087d7a23',
    );
  });
});
