// The words by which whoever lost all passkeys and those who confirm it make sure that they speak of the same link. 132 bits, so that
// nobody finds another key with the same words; they follow from the key itself, so that no host can say what they are.
import { sha256 } from '@noble/hashes/sha2.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';

import { utf8 } from './bytes';

const count = 12;
const bitsOfWord = 11;

/** Of the key of a link in the record with this first key. */
export function recoveryCode(logKey: string, linkKey: string): string[] {
  const hash = sha256(utf8(`ccop recovery code v1\n${logKey}\n${linkKey}`));
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, i) => {
    const number = parseInt(bits.slice(i * bitsOfWord, (i + 1) * bitsOfWord), 2);
    return wordlist[number] ?? '';
  });
}

/** Whether somebody typed these words; how they are set apart and in which case does not matter. */
export const areTyped = (words: string[], typed: string) => lettersOf(typed) === lettersOf(words.join(''));

/** What is in no code at all: misheard or mistyped. */
export const unknownWords = (typed: string) =>
  typed
    .toLowerCase()
    .split(gaps)
    .filter((word) => word !== '' && !wordlist.includes(word));

const gaps = /[\s,.;-]+/;
const lettersOf = (text: string) => text.toLowerCase().split(gaps).join('');
