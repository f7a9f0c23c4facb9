import { describe, expect, it } from 'vitest';

import { having, isCount, isNumber, isText, listOf, optional, parse } from './parse';

interface Share {
  secret: string;
  index: number;
  note: string | undefined;
}
const isShare = having<Share>({ secret: isNumber, index: isCount, note: optional(isText) });
const read = (text: string) => parse(text, listOf(isShare), 'the share');

describe('what others made', () => {
  it('is read as it came, with what was not expected', () => {
    const text = '[{"z":1,"secret":"12","index":3}]';
    expect(JSON.stringify(read(text))).toBe(text);
  });
  it.each([
    ['no JSON', "can't be read", '{'],
    ['another kind of thing', 'is not what it should be', '{"secret":"12","index":3}'],
    ['a member that is missing', 'is not what it should be', '[{"secret":"12"}]'],
    ['a member of another kind', 'is not what it should be', '[{"secret":12,"index":3}]'],
    ['a number that is none', 'is not what it should be', '[{"secret":"0x12","index":3}]'],
    ['a count below nothing', 'is not what it should be', '[{"secret":"1","index":-3}]'],
    ['nothing at all', 'is not what it should be', '[null]'],
    ['an optional member of another kind', 'is not what it should be', '[{"secret":"1","index":3,"note":5}]'],
  ])('is refused where it has %s', (_, why, text) => expect(() => read(text)).toThrow(`the share ${why}`));
});

it('a map is read by what it holds', () => {});
