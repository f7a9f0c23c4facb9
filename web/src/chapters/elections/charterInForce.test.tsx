import { describe, expect, it } from 'vitest';

import type { SignedEntry } from '../../record/history';
import { charterAt } from './charterInForce';

const founded = (charter: string) =>
  [{ seq: 0, acts: [{ type: 'community-founded', charter }] }] as unknown as SignedEntry[];
const least = (charter: string) => charterAt(founded(charter), 1).leastBallots;

describe('the least number of ballots', () => {
  it.each([
    ['[elections]\nleast_ballots = 5', 5],
    ['[elections]\r\n  "least_ballots"=7 # was 4', 7],
    ['elections = { tie = "lots", least_ballots = 6, trustees = 3 }', 6],
    ['elections.least_ballots = 4', 4],
    ['[elections]\ntrustees = 3', 3],
    ['# least_ballots = 9\n[elections]', 3],
    ['least_ballots = 2\nleast_ballots = 4', 4],
  ])('of %j is %d', (charter, number) => {
    expect(least(charter)).toBe(number);
  });
  it.each(['0x5', '+5', '1_000', '"5"', 'many'])('that is written as %s is out of reach', (written) => {
    expect(least(`[elections]\nleast_ballots = ${written}`)).toBe(Infinity);
  });
});

it("the trustees needed are the charter's, else two", () => {
  expect(charterAt(founded('[elections]\ntrustees_needed = 3'), 1).trusteesNeeded).toBe(3);
  expect(charterAt(founded('[elections]\ntrustees = 5'), 1).trusteesNeeded).toBe(2);
});
it.each([
  ['was not founded yet', founded('x'), 0],
  ['was founded with no charter', founded(''), 1],
])('nothing follows from a record that %s', (_, history, seq) => {
  expect(() => charterAt(history, seq)).toThrow('election-is-not-told');
});
