// The secrets by which this browser's owner may change what they shared as the community: the host has only a hash of each. They are kept until their
// owner signs out, who is asked before.
import { keepOnce, onceOf } from '../../acts/once';
import { keepOwnText, ownText } from '../../acts/own';
import type { Schemas } from '../../api/client';
import { isStory } from './search';

type Page = Pick<Schemas['ObjectPage'], 'id' | 'type' | 'by' | 'related'>;

const shown = (id: string) => `exchange/secret-shown/${id}`;

/** Whether this browser keeps it. */
export const keepEditSecret = (id: string, title: string, value: string): boolean =>
  keepOnce({ kind: 'edit-secret', id, title, value });

/** Null where it was not shared from here, by whoever is signed in. */
export const editSecretOf = (id: string) => onceOf('edit-secret', id);

/** Of what an incident holds, the incident's: they were shared together, under one secret. */
export function editSecretFor({ id, type, by, related }: Page): string | null {
  const own = editSecretOf(id);
  if (own !== null || by !== 'community' || isStory(type)) return own;
  return (
    related
      .filter(({ object }) => isStory(object.type) && object.by === 'community')
      .map(({ object }) => editSecretOf(object.id))
      .find((secret) => secret !== null) ?? null
  );
}

/** As a request to change it says so. */
export function secretFor(page: Page) {
  const secret = editSecretFor(page);
  return secret === null ? {} : { edit_secret: secret };
}

/** To be shown, until its owner says that they keep it elsewhere, too. */
export const isToBeShown = (id: string) => editSecretOf(id) !== null && ownText(shown(id)) === null;

export function noteShown(id: string) {
  keepOwnText(shown(id), 'yes');
}
