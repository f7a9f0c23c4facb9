// What leaves the group, of examples that were worked out by hand, and what never does.
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { aVerifiedRound } from '../../testing/verifiedRound';
import '../../testing/page';
import { releaseOf } from './release';
import type { Release } from './release';
import { useReleaseText } from './releaseText';
import './strategicWords';
import type { VerifiedRound } from './verified';

function Said({ release }: { release: Release }) {
  return useReleaseText()(release);
}
function textOf(...rounds: VerifiedRound[]): string {
  const release = releaseOf(rounds);
  if (release === undefined) throw new Error('there is no release');
  return render(<Said release={release} />).container.textContent;
}
const lineOf = (text: string, label: string) => text.split('\n').find((line) => line.startsWith(label));

const opens = '2026-01-10';
const moved = (GV: readonly number[], took = 20) =>
  aVerifiedRound({ opens, sets: [{ name: 'movement' }], counts: { GV }, took });
const govern = (counts: Record<string, readonly number[]>, ofAll: readonly number[] = [5, 5, 5, 5, 5]) =>
  aVerifiedRound({ opens, sets: [{ name: 'nist-csf-2.0', part: 1 }], counts, ofAll: () => ofAll });

describe('the release form', () => {
  it('says by which rule it leaves', () => expect(textOf(moved([5, 5, 10]))).toContain('(clause 5.4)'));
  it('has shares rounded to ten percent', () =>
    // 5, 6 and 9 of 20.
    expect(lineOf(textOf(moved([5, 6, 9])), 'GOVERN')).toBe(
      'GOVERN: Worse about 30 %; Same about 30 %; Better about 50 %',
    ));
  it('joins levels of few to their neighbours, and leaves none out', () => {
    expect(lineOf(textOf(moved([4, 6, 10])), 'GOVERN')).toBe('GOVERN: Worse to Same about 50 %; Better about 50 %');
    expect(lineOf(textOf(moved([6, 12, 2])), 'GOVERN')).toBe('GOVERN: Worse about 30 %; Same to Better about 70 %');
  });
  it('tells nothing of fewer than fifteen answers, nor of answers that are all alike', () => {
    expect(lineOf(textOf(moved([7, 0, 7])), 'GOVERN')).toBe('GOVERN: nothing can be told apart');
    expect(lineOf(textOf(moved([7, 0, 8])), 'GOVERN')).toBe(
      'GOVERN: Worse about 50 %; Same under 5 %; Better about 50 %',
    );
    expect(lineOf(textOf(moved([0, 20, 0])), 'GOVERN')).toBe('GOVERN: nothing can be told apart');
  });
  it('says who took part only where neither part is of few', () => {
    expect(textOf(moved([5, 5, 10], 20))).toContain('Took part\nabout 50 % of the organizations asked');
    expect(textOf(moved([5, 5, 10], 37))).toContain('Took part\nnothing can be told apart');
  });
  it('sums outcomes that were answered by enough', () => {
    const text = textOf(govern({ 'GV.OC-01': [14, 0, 0, 0, 0] }));
    // Thirty outcomes with a fifth of the answers at each level; the one with fourteen answers is in none of it.
    const fifths = 'Absent about 20 %; Begun about 20 %; Laid down about 20 %; Kept up about 20 %; Proven about 20 %';
    expect(text).toContain(`\n${fifths}\n`);
    expect(lineOf(text, 'GV.OC:')).toMatch(fifths);
  });
  it('joins what a few organizations answered to every outcome, however often', () => {
    const text = textOf(govern({}, [2, 8, 5, 5, 5]));
    // 10 and 5 of 25.
    expect(text).toContain('Absent to Begun about 40 %; Laid down about 20 %; Kept up about 20 %; Proven about 20 %');
  });
  it('says how many outcomes are weak as a share, and only where neither part is of few', () => {
    const weak = (many: number) => {
      const ids = govern({}).asks.questions.map(({ of: [{ id }] }) => id);
      return textOf(govern(Object.fromEntries(ids.slice(0, many).map((id) => [id, [10, 10, 5, 0, 0]]))));
    };
    // 10 and 4 of 31.
    expect(weak(10)).toContain(
      'about 30 % of the outcomes have more than half of their answers at “Absent” or “Begun”',
    );
    expect(weak(4)).toContain('Weak outcomes\nnothing can be told apart');
  });
  it('has of events the worst that happened, and neither losses nor causes nor techniques', () => {
    const text = textOf(
      aVerifiedRound({
        opens,
        sets: [{ name: 'events-of-the-quarter' }],
        counts: { confidentiality: [10, 6, 3, 2], loss: [5, 5, 5, 5, 0, 0], causes: [9, 9, 9] },
        ofAll: () => [7, 8, 9],
      }),
    );
    // 10, 6 and 5 of 21.
    expect(lineOf(text, 'Confidentiality')).toBe(
      'Confidentiality: None about 50 %; Minor about 30 %; Serious to Severe about 20 %',
    );
    expect(text.split('\n\n').at(-1)?.split('\n')).toHaveLength(5);
    expect(text).not.toMatch(/T1566|Mistake|cost|USD/);
  });
  it('has no count of organizations, whatever was answered', () => {
    for (let seed = 1; seed < 60; seed++) {
      const counts = Array.from({ length: 5 }, (_, i) => (seed * (i + 2) * 7) % 11);
      const text = textOf(govern({}, counts), moved([seed % 7, seed % 11, seed % 13]));
      for (const [, before = '', percent] of text.matchAll(/(\w*) ?(\d+) %/g)) {
        expect(['about', 'under']).toContain(before);
        expect(Number(percent) % (before === 'about' ? 10 : 5)).toBe(0);
      }
      const numbers = text.replace(/\d+ %|\(clause 5\.4\)|CSF\) 2\.0|Q\d ’\d\d|As of .*|Framework 2\.0 \(.*\)/g, '');
      expect(numbers).not.toMatch(/\d/);
    }
  });
  it('is not there before there is a round', () => expect(releaseOf([])).toBeUndefined());
});
