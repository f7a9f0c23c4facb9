// What stands before the eyes of whoever decides, as it is signed: the hashes of those texts. A host that shows another text so has nothing signed
// that counts, and one that shows another than it gives to be hashed is refused here.
import { sha256 } from '@noble/hashes/sha2.js';

import type { Schemas } from '../api/client';
import { fromBase64, toBase64url, utf8 } from './bytes';
import { contentHash } from './content';
import { RefusedHere } from './problems';

export type Shown = Schemas['Shown'];
export type Wording = Schemas['Wording'];

type Words = string | null | undefined;
/** What the page shows of a text: the text as it stands, or members of one that is JSON. */
type OnThePage = Words | Record<string, Words>;

/** Hashes `texts`, each held against what the page shows of it; and, as they stand, those that the record has in clear. */
export function seen({ texts }: Shown, onThePage: OnThePage[], clear: string[] = []): Wording {
  if (texts.length !== onThePage.length) throw new RefusedHere('shown-otherwise');
  const hashes = texts.map((original, i) => {
    if (original === null) throw new RefusedHere('text-is-erased');
    if (!reads(original.text, onThePage[i])) throw new RefusedHere('shown-otherwise');
    return contentHash(fromBase64(original.salt), original.text);
  });
  return { texts: hashes, clear: clear.map((text) => toBase64url(sha256(utf8(text)))) };
}

/** Several things that are seen at once, in the order of the rules. */
export const together = (...all: Wording[]): Wording => ({
  texts: all.flatMap(({ texts }) => texts),
  clear: all.flatMap(({ clear }) => clear),
});

/** A command to ask about while it is not signed yet; nothing where the page shows otherwise than the record, which is said when it is to be signed. */
export function toAskAbout<Asked>(command: (() => Asked) | undefined): Asked | undefined {
  try {
    return command?.();
  } catch (error) {
    if (error instanceof RefusedHere) return undefined;
    throw error;
  }
}

function reads(text: string, shown: OnThePage): boolean {
  if (typeof shown !== 'object' || shown === null) return text === shown;
  const fields = fieldsOf(text);
  return Object.entries(shown).every(([member, words]) => (fields[member] ?? '') === (words ?? ''));
}

/** A content of several members is JSON; an older one may be a plain text. */
function fieldsOf(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // no JSON, so a plain text
  }
  return { text };
}
