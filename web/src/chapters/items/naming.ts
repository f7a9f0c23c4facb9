// Which items name something by its id: in their title or text, as a word of its own.
import type { Schemas } from '../../api/client';

type Item = Schemas['Item'];

/** `PR.AA-01` is named by "PR.AA-01: keep it up." and not by "PR.AA-011" or "XPR.AA-01". */
export function itemsNaming<Of extends Pick<Item, 'content'>>(items: Of[], id: string): Of[] {
  const name = new RegExp(`(?<![\\w.-])${id.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'i');
  return items.filter(({ content }) => name.test(`${content?.title ?? ''}\n${content?.text ?? ''}`));
}
