// A seat's own answers: those of last time, and those of two devices.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { AnsweredRound } from './ownAnswers';
import { givenBy, joined, keptOf, lastGiven } from './ownAnswers';
import { readSet } from './questionSet';

const round = (number: number, at: string, answers: Record<string, string[]> = {}): AnsweredRound => ({
  round: number,
  at: `2027-0${at}-01T09:00:00.000Z`,
  answers,
});
describe('own answers', () => {
  const movement = readSet(readFileSync('../questions/movement.en.json', 'utf8'));
  const placed = movement.questions.map((question) => ({ set: movement, question }));
  const paper = { title: '', techniques: [], joint: [] };

  it('are kept by set and question, and given again', () => {
    const given = { GV: ['Worse'], ID: ['Better'], PR: [] };
    const kept = keptOf(given, placed);
    expect(kept).toEqual({ 'movement/GV': ['Worse'], 'movement/ID': ['Better'] });
    expect(givenBy(kept, placed, paper)).toEqual({ GV: ['Worse'], ID: ['Better'] });
  });
  it('that are no longer among the answers of a question are not given to it', () => {
    expect(givenBy({ 'movement/GV': ['Much better'], 'other/ID': ['Same'] }, placed, paper)).toEqual({});
  });
  it('of last time are those of the last round in which a question was answered, but not of this one', () => {
    const rounds = [
      round(0, '1', { 'movement/GV': ['Worse'], 'movement/ID': ['Same'] }),
      round(3, '4', { 'movement/GV': ['Better'] }),
      round(4, '7', { 'movement/GV': ['Same'], 'movement/ID': ['Worse'] }),
    ];
    expect(lastGiven(rounds, 4, placed, paper)).toEqual({ GV: ['Better'], ID: ['Same'] });
  });
  it('of two devices are joined, of each round those given last', () => {
    const [here, there] = [
      [round(0, '1', { a: ['1'] }), round(1, '4', { a: ['2'] })],
      [round(0, '2', { a: ['3'] }), round(2, '3')],
    ];
    const both = [round(0, '2', { a: ['3'] }), round(2, '3'), round(1, '4', { a: ['2'] })];
    expect(joined(here, there)).toEqual(both);
    expect(joined(there, here)).toEqual(both);
  });
});
