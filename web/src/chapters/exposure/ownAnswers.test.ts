// What a host keeps of a seat's own answers, and what it can't do with it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { newBox, nameOf } from '../../ballot/votingKey';
import type { AnsweredRound } from './ownAnswers';
import { boxOf, givenBy, isOwnAnswers, joined, keptOf, lastGiven, seal, unseal } from './ownAnswers';
import { readSet } from './questionSet';

const box = newBox();
const seat = { log: 'localhost/c/ccop/log+75baffd5+AXqP', organization: 7 };
const round = (number: number, at: string, answers: Record<string, string[]> = {}): AnsweredRound => ({
  round: number,
  at: `2027-0${at}-01T09:00:00.000Z`,
  answers,
});
const own = [round(0, '1', { 'movement/GV': ['Better'] }), round(1, '4', { 'nist-csf-2.0/GV.OC-01': ['Proven'] })];
const sealed = seal(box, seat, 'own answers', own);
const opens = (text: string, with_ = box, of = seat, what = 'own answers') =>
  unseal(with_, of, what, text, isOwnAnswers);

describe('sealed answers', () => {
  it('open with the keybox whose name they tell', () => {
    expect(opens(sealed)).toEqual(own);
    expect(boxOf(sealed)).toBe(nameOf(box));
  });
  it('are as long whatever they say, up to a step', () => {
    const many = Array.from({ length: 400 }, (_, i) => round(i, '1', { [`set/question-${i}`]: ['x'.repeat(200)] }));
    const bytes = (value: unknown) => Buffer.from(seal(box, seat, 'own answers', value), 'base64url').length;
    expect(bytes([])).toBe(bytes(own));
    expect(bytes(many.slice(0, 200))).toBe(bytes(own));
    const more = bytes(many) - bytes(own);
    expect(more).toBeGreaterThan(0);
    expect(more % (16 * 1024)).toBe(0);
  });
  it('say nothing of what is in them', () => {
    for (const text of ['Proven', 'movement', 'GV.OC-01', 'answers'])
      expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false);
    expect(seal(box, seat, 'own answers', own)).not.toBe(sealed);
  });
  it('open for no other box, seat, log or purpose, and not when they were changed', () => {
    expect(() => opens(sealed, newBox())).toThrow();
    expect(() => opens(sealed, box, { ...seat, organization: 8 })).toThrow();
    expect(() => opens(sealed, box, { ...seat, log: 'another' })).toThrow();
    expect(() => opens(sealed, box, seat, 'draft')).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    for (const at of [20, 50, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => opens(changed.toString('base64url'))).toThrow();
    }
  });
  it('are told from what is none', () => {
    for (const text of ['', 'AQID', 'no base64!', `Ag${sealed.slice(2)}`]) expect(boxOf(text)).toBeUndefined();
    expect(() => unseal(box, seat, 'own answers', seal(box, seat, 'own answers', {}), isOwnAnswers)).toThrow();
  });
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
