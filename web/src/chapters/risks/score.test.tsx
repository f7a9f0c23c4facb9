import { describe, expect, it } from 'vitest';

import { heatOf, ratingOf, ratingQuestion, ratingsIn, scoreOf } from './score';

/** Of answers, each a band of frequency and one of impact. */
const countsOf = (...answers: [number, number][]) => {
  const counts = Array.from({ length: 25 }, () => 0);
  for (const [frequency, impact] of answers) {
    const at = (frequency - 1) * 5 + impact - 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};

describe('the score', () => {
  it('is the band of how often and the band of how bad together', () => {
    expect(scoreOf({ frequency: 1, impact: 1 })).toBe(2);
    expect(scoreOf({ frequency: 5, impact: 3 })).toBe(8);
  });
  it('has five grounds, stronger as it rises', () => {
    const grounds = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((score) =>
      heatOf({ frequency: Math.min(5, score - 1), impact: score - Math.min(5, score - 1) }),
    );
    expect(grounds).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5]);
  });
});

describe('a rating', () => {
  it('is the median of what each Member says, with the middle half', () => {
    // Scores 3, 5, 6, 7, 10: the median is 6; the middle half goes from the second to the fourth.
    const rating = ratingOf(countsOf([1, 2], [2, 3], [3, 3], [4, 3], [5, 5]));
    expect(rating?.score).toEqual({ median: 6, from: 5, to: 7 });
    expect(rating?.answered).toBe(5);
  });
  it('is of each Member one score, and not of the two medians', () => {
    // Who says often says slight, and the other way round: each says 6, though the medians of both together are 3 and 3.
    const rating = ratingOf(countsOf([5, 1], [1, 5], [5, 1], [1, 5]));
    expect(rating?.score).toEqual({ median: 6, from: 6, to: 6 });
    // Of four answers, two and two, the medians lie between; the higher stands on the matrix.
    expect(rating?.bands).toEqual({ frequency: 5, impact: 5 });
  });
  it('lies between two where the answers part there', () => {
    expect(ratingOf(countsOf([1, 1], [1, 2]))?.score.median).toBe(2.5);
  });
  it('keeps all cells, a row for each band of how often', () => {
    const table = ratingOf(countsOf([2, 5], [2, 5], [4, 1]))?.table;
    expect(table?.[1]).toEqual([0, 0, 0, 0, 2]);
    expect(table?.[3]).toEqual([1, 0, 0, 0, 0]);
  });
  it('is none where nobody answered or the bands were others', () => {
    expect(ratingOf(countsOf())).toBeUndefined();
    expect(ratingOf([1, 2, 3])).toBeUndefined();
  });
});

describe('of a round', () => {
  const question = (id: string) => ({ id, group: 'risks', text: id, choose: { min: 0, max: 1 }, levels: [] });
  const set = (id: string, ...ids: string[]) => ({ set: { id, questions: ids.map(question) } }) as never;
  it('the ratings are found by the numbers of the risks, and other sets have none', () => {
    const counts = countsOf([3, 3]);
    const ratings = ratingsIn({
      asks: { asked: [set('risks', 'RISK-1', 'RISK-7', 'RISK-x'), set('others', 'RISK-2')] } as never,
      counts: new Map(['RISK-1', 'RISK-7', 'RISK-x', 'RISK-2'].map((id) => [id, counts])),
    });
    expect([...ratings.keys()]).toEqual([0, 6]);
    expect(ratings.get(6)?.score.median).toBe(6);
    expect(ratingQuestion(6)).toBe('RISK-7');
  });
});
