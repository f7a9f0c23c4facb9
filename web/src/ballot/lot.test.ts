import { describe, expect, it } from 'vitest';

import { commitmentTo } from './lot';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const secret = Uint8Array.from({ length: 32 }, (_, i) => i);
const lot = { logKey: 'key', election: 1, person: 3 };

describe('a commitment', () => {
  it('is what another program computes', () => {
    // Python: hashlib.sha256(b'ccop-lot-v2|key|1|3|' + bytes(range(32)))
    expect(hex(commitmentTo(secret, lot))).toBe('a611658d6c8e587d7aa878508d407df531efd9377fb8f41e86f07a027a879213');
  });
  it.each([
    ['record', { ...lot, logKey: 'another' }],
    ['election', { ...lot, election: 2 }],
    ['person', { ...lot, person: 4 }],
  ])('to the same number is another one for another %s', (_, other) => {
    expect(hex(commitmentTo(secret, other))).not.toBe(hex(commitmentTo(secret, lot)));
  });
});
