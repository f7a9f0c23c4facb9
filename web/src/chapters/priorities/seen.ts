// What a priority says, as its reader signs it: the text that stands on the page.
import type { Wording } from '../../acts/seen';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';

export const seenOf = ({ wording, content }: Schemas['Priority']): Wording =>
  seen(wording, [{ title: content?.title, text: content?.text }]);
