import { createHash } from 'node:crypto';

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
    wording: { texts: [original(JSON.stringify(pier)), original('North'), original('South')] },
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
      texts: [JSON.stringify(pier), 'North', 'South'].map((text) => contentHash(salt, text)),
      clear: [],
    });
  });
  it('is a plain text, where the motion is no more than that', () => {
    const plain = {
      content: { text: 'We agree.' },
      options: [],
      wording: { texts: [original('We agree.')] },
    };
    expect(seenOf(motion(plain))).toEqual({ texts: [contentHash(salt, 'We agree.')], clear: [] });
  });
  it('is the charter, too, that it would put in force: as it stands on the page', () => {
    const amendment = { charter: '[community]\n', in_force_from: '2026-06-01T00:00:00.000Z', in_force_since: null };
    expect(seenOf(motion({ amendment })).clear).toEqual([
      createHash('sha256').update(amendment.charter).digest('base64url'),
    ]);
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
    expect(refusal(motion(shown))).toBe('shown-otherwise');
  });
  it('where the text or an option was erased', () => {
    const [text = null, north = null] = motion().wording.texts;
    expect(refusal(motion({ wording: { texts: [null, north, north] } }))).toBe('text-is-erased');
    expect(refusal(motion({ wording: { texts: [text, north, null] } }))).toBe('text-is-erased');
  });
});
