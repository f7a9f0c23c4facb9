// What a motion says, as its reader signs it: the text and options that stand on the page, and the charter that it would put in force.
import type { Wording } from '../../acts/seen';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';

export const seenOf = ({ wording, content, options, amendment }: Schemas['Motion']): Wording =>
  seen(wording, [{ title: content?.title, text: content?.text }, ...options], amendment ? [amendment.charter] : []);
