import { describe, expect, it } from 'vitest';

import { canonical, commandIn, messageOf } from './message';

describe('what is signed', () => {
  it('begins with what for, and in which record', () => {
    expect(messageOf('act', 'name+hash+key', '{"a":1}')).toBe('ccop act v2\nname+hash+key\n{"a":1}');
    expect(messageOf('session key', 'name+hash+key', '{}')).toBe('ccop session key v1\nname+hash+key\n{}');
  });
  it('is never the same for two purposes or two records', () => {
    const messages = [
      messageOf('act', 'one', '{}'),
      messageOf('act', 'other', '{}'),
      messageOf('session key', 'one', '{}'),
    ];
    expect(new Set(messages).size).toBe(3);
  });
  it('asks for the command in it, where it is an act', () => {
    const command = { type: 'end-absence' };
    expect(commandIn(messageOf('act', 'one', canonical({ community: 'ccop', command })))).toEqual(command);
    expect(commandIn(messageOf('session key', 'one', canonical({ end: '2026-01-01' })))).toBeNull();
  });
  it('is canonical JSON: in one order, without gaps', () =>
    expect(canonical({ b: [1, { d: 2, c: 'é' }], a: null })).toBe('{"a":null,"b":[1,{"c":"é","d":2}]}'));
});
