// What a motion says, as its reader signs it: the hashes of the text and options that stand on the page.
import { fromBase64 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';

type Motion = Schemas['Motion'];
type Original = NonNullable<Motion['wording']['text']>;

/**
 * Hashes what is shown, so that a host that shows another text, or another order of options, has nothing signed that counts.
 * Throws where a text is gone, or is not what is shown.
 */
export function seenOf(motion: Motion): Schemas['Wording'] {
  const { text, options } = motion.wording;
  const whole = [text, ...options].filter((original) => original !== null);
  if (text === null || whole.length !== options.length + 1) throw new RefusedHere('motion-is-erased');
  const said = fieldsOf(text.text);
  const isShown =
    said.title === motion.content?.title &&
    said.text === motion.content?.text &&
    options.length === motion.options.length &&
    options.every((option, i) => option?.text === motion.options[i]);
  if (!isShown) throw new RefusedHere('motion-is-shown-otherwise');
  const [hash = '', ...ofOptions] = whole.map(hashOf);
  return { text: hash, options: ofOptions };
}

const hashOf = ({ salt, text }: Original) => contentHash(fromBase64(salt), text);

/** A motion's content is JSON with a title and a text; an older one may be a plain text. */
function fieldsOf(text: string): { title?: unknown; text?: unknown } {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // no JSON, so a plain text
  }
  return { text };
}
