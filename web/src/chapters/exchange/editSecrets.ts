// The secrets by which this browser's owner may change what they shared as the community: the host has only a hash of each. They are kept until their
// owner signs out, who is asked before.
import { keepOnce, onceOf } from '../../acts/once';
import { keepOwnText, ownText } from '../../acts/own';

const shown = (id: string) => `exchange/secret-shown/${id}`;

/** Whether this browser keeps it. */
export const keepEditSecret = (id: string, title: string, value: string): boolean =>
  keepOnce({ kind: 'edit-secret', id, title, value });

/** Null where it was not shared from here, by whoever is signed in. */
export const editSecretOf = (id: string) => onceOf('edit-secret', id);

/** As a request to change it says so. */
export function secretFor(id: string) {
  const secret = editSecretOf(id);
  return secret === null ? {} : { edit_secret: secret };
}

/** To be shown, until its owner says that they keep it elsewhere, too. */
export const isToBeShown = (id: string) => editSecretOf(id) !== null && ownText(shown(id)) === null;

export function noteShown(id: string) {
  keepOwnText(shown(id), 'yes');
}
