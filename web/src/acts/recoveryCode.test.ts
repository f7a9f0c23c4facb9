import { createHash } from 'node:crypto';

import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';

import { areTyped, recoveryCode, unknownWords } from './recoveryCode';

const logKey = 'localhost/c/ccop/log+00000000+AQ';
const linkKey = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
const code = recoveryCode(logKey, linkKey);

describe('the words of a recovery', () => {
  it('are the first 132 bits of the hash, eleven a word', () => {
    const hash = createHash('sha256').update(`ccop recovery code v1\n${logKey}\n${linkKey}`).digest('hex');
    const number = code.reduce((sum, word) => sum * 2048n + BigInt(wordlist.indexOf(word)), 0n);
    expect(code).toHaveLength(12);
    expect(number.toString(16).padStart(33, '0')).toBe(hash.slice(0, 33));
  });
  it('hold as they are said: in any case, however they are set apart', () => {
    expect(areTyped(code, code.join(' '))).toBe(true);
    expect(areTyped(code, `  ${code.join('  ').toUpperCase()}\n`)).toBe(true);
    expect(areTyped(code, code.join(', '))).toBe(true);
    expect(areTyped(code, code.join(''))).toBe(true);
  });
  it('hold only all together and in their order', () => {
    const changed = [
      [...code].reverse(),
      [code[1], code[0], ...code.slice(2)],
      code.slice(1),
      code.slice(0, 11),
      [...code, code[0]],
      ...code.map((_, at) => code.map((word, i) => (i === at ? (word === 'zoo' ? 'zone' : 'zoo') : word))),
      [],
    ];
    for (const words of changed) expect(areTyped(code, words.join(' ')), words.join(' ')).toBe(false);
  });
  it('are other ones for another link, and in another record', () => {
    expect(areTyped(code, recoveryCode(logKey, `A${linkKey.slice(1)}`).join(' '))).toBe(false);
    expect(areTyped(code, recoveryCode(`${logKey}=`, linkKey).join(' '))).toBe(false);
  });
  it('are told from what is in no code', () => {
    expect(unknownWords(`${code.join(' ')} Abandom, zoo`)).toEqual(['abandom']);
    expect(unknownWords(code.join(' '))).toEqual([]);
  });
});
