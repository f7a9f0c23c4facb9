import { describe, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { aMotion } from '../../testing/motion';
import { seenOf } from './wording';

const salt = utf8('0123456789abcdef');
const original = (text: string) => ({ salt: toBase64url(salt), text });
const pier = { title: 'A new pier', text: 'It is built.' };
const motion = (more: Partial<Schemas['Motion']> = {}) =>
  aMotion({
    content: pier,
    options: ['North', 'South'],
    wording: { text: original(JSON.stringify(pier)), options: [original('North'), original('South')] },
    ...more,
  });
const refusal = (of: Schemas['Motion']) => {
  try {
    seenOf(of);
  } catch (error) {
    return (error as RefusedHere).key;
  }
  return undefined;
};

describe('what a reader signs of a motion', () => {
  it('is the hashes of the text and the options that are shown, in their order', () => {
    expect(seenOf(motion())).toEqual({
      text: contentHash(salt, JSON.stringify(pier)),
      options: [contentHash(salt, 'North'), contentHash(salt, 'South')],
    });
  });
  it('is a plain text, where the motion is no more than that', () => {
    const plain = {
      content: { text: 'We agree.' },
      options: [],
      wording: { text: original('We agree.'), options: [] },
    };
    expect(seenOf(motion(plain))).toEqual({ text: contentHash(salt, 'We agree.'), options: [] });
  });
});

describe('nothing is signed', () => {
  it.each<[string, Partial<Schemas['Motion']>]>([
    ['a title', { content: { ...pier, title: 'No new pier' } }],
    ['a text', { content: { ...pier, text: 'It is not built.' } }],
    ['an option', { options: ['North', 'West'] }],
    ['options in another order', { options: ['South', 'North'] }],
    ['options that the record has not', { options: ['North', 'South', 'West'] }],
  ])('where %s is shown otherwise than what was hashed', (_, shown) => {
    expect(refusal(motion(shown))).toBe('motion-is-shown-otherwise');
  });
  it('where the text or an option was erased', () => {
    expect(refusal(motion({ wording: { text: null, options: [] } }))).toBe('motion-is-erased');
    const { text } = motion().wording;
    expect(refusal(motion({ wording: { text, options: [original('North'), null] } }))).toBe('motion-is-erased');
  });
});
