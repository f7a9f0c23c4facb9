// The secrets by which this browser's owner may change what they shared as the community: the host has only a hash of each.
const kept = (id: string) => `edit-secret/${id}`;
const shown = (id: string) => `edit-secret-shown/${id}`;

export function keepEditSecret(id: string, secret: string) {
  localStorage.setItem(kept(id), secret);
}

/** Null where it was not shared from here. */
export const editSecretOf = (id: string) => localStorage.getItem(kept(id));

/** As a request to change it says so. */
export function secretFor(id: string) {
  const secret = editSecretOf(id);
  return secret === null ? {} : { edit_secret: secret };
}

/** To be shown, until its owner says that they keep it elsewhere, too. */
export const isToBeShown = (id: string) => editSecretOf(id) !== null && localStorage.getItem(shown(id)) === null;

export function noteShown(id: string) {
  localStorage.setItem(shown(id), 'yes');
}
