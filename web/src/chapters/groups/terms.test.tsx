import { describe, expect, it } from 'vitest';

import { contentHash } from '../../acts/content';
import { fromBase64 } from '../../acts/bytes';
import { aGroup, original, terms } from '../../testing/workPlan';
import { seenOf, termsOf, written } from './terms';

describe('terms of reference', () => {
  it('are read as they are written', () => {
    const read = termsOf(terms);
    expect(read).toEqual({
      title: 'Lamp lighters',
      purpose: 'They light the lamps.',
      outputs: ['A plan', 'Lamps'],
      not_in_scope: 'Oil.',
    });
    expect(read && written(read)).toBe(terms);
    expect(written({ title: 'A', purpose: 'B', outputs: ['C'], not_in_scope: '' })).not.toContain('not_in_scope');
  });
  it.each([
    ['{"title":7,"outputs":"Lamps","purpose":null}', { title: '', purpose: '', outputs: ['Lamps'] }],
    ['{"outputs":[1,{"a":2},"Lamps",null,""]}', { outputs: ['Lamps'] }],
    ['["title"]', { purpose: '["title"]', outputs: [] }],
    ['null', { purpose: 'null' }],
    ['We light lamps.', { title: '', purpose: 'We light lamps.' }],
    ['', { purpose: '' }],
  ])('that are odd are shown as far as they go: %s', (content, shown) => expect(termsOf(content)).toMatchObject(shown));
  it('that were erased are none', () => {
    expect(termsOf(null)).toBeUndefined();
    expect(termsOf(undefined)).toBeUndefined();
  });
});

describe('what a reader signs of a group', () => {
  it('is the hash of the terms that the page shows', () => {
    const { salt, text } = original(terms);
    expect(seenOf(aGroup()).texts).toEqual([contentHash(fromBase64(salt), text)]);
  });
  it('is nothing where the page shows others, down to one output', () => {
    const other = aGroup({ wording: { texts: [original(terms.replace('Lamps', 'Ships'))] } });
    expect(() => seenOf(other)).toThrow('shown-otherwise');
    expect(() => seenOf(aGroup({ wording: { texts: [null] } }))).toThrow('text-is-erased');
  });
});
