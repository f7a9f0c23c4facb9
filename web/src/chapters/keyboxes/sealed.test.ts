// What a host keeps of what a seat keeps for itself, and what it can't do with it.
import { describe, expect, it } from 'vitest';

import { isText, listOf } from '../../ballot/parse';
import { newBox, nameOf } from '../../ballot/votingKey';
import { boxOf, seal, unseal } from './sealed';

const box = newBox();
const seat = { log: 'localhost/c/ccop/log+75baffd5+AXqP', organization: 7 };
const own = ['movement', 'Proven'];
const isOwn = listOf(isText);
const sealed = seal(box, seat, 'own', own);
const opens = (text: string, with_ = box, of = seat, what = 'own') => unseal(with_, of, what, text, isOwn);

describe('what a seat keeps sealed', () => {
  it('opens with the keybox whose name it tells', () => {
    expect(opens(sealed)).toEqual(own);
    expect(boxOf(sealed)).toBe(nameOf(box));
  });
  it('is as long whatever it says, up to a step', () => {
    const many = Array.from({ length: 400 }, (_, i) => `${i} ${'x'.repeat(230)}`);
    const bytes = (value: unknown) => Buffer.from(seal(box, seat, 'own', value), 'base64url').length;
    expect(bytes([])).toBe(bytes(own));
    expect(bytes(many.slice(0, 200))).toBe(bytes(own));
    const more = bytes(many) - bytes(own);
    expect(more).toBeGreaterThan(0);
    expect(more % (16 * 1024)).toBe(0);
  });
  it('says nothing of what is in it', () => {
    for (const text of ['Proven', 'movement']) expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false);
    expect(seal(box, seat, 'own', own)).not.toBe(sealed);
  });
  it('opens for no other box, seat, log or purpose, and not when it was changed', () => {
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
  it('is told from what is none', () => {
    for (const text of ['', 'AQID', 'no base64!', `Ag${sealed.slice(2)}`]) expect(boxOf(text)).toBeUndefined();
    expect(() => unseal(box, seat, 'own', seal(box, seat, 'own', {}), isOwn)).toThrow();
  });
});
