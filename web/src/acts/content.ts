// Content lies outside the record, which holds its salted hash: SHA-256 of a label, the salt's length, the salt and the text.
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, randomBytes, toBase64url, utf8 } from './bytes';

export interface Content {
  salt: string;
  text: string;
}

export function contentHash(salt: Uint8Array, text: string): string {
  return toBase64url(sha256(concat(utf8('ccop-content-v1'), Uint8Array.of(salt.length), salt, utf8(text))));
}

/** Collects the contents of one request: `add` gives the hash that stands for the text. */
export class Contents {
  readonly all: Content[] = [];

  add(text: string): string {
    const salt = randomBytes(32);
    this.all.push({ salt: toBase64url(salt), text });
    return contentHash(salt, text);
  }
}
