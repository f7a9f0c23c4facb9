// What was typed into a long form and not sent yet: kept on this device, for whoever typed it alone, until it is sent or they sign out.
import { useMemo, useState } from 'react';

import { slug } from '../api/client';
import { useMe } from '../api/queries';

type Fields = Record<string, string | number | boolean>;

const ofAll = `draft/${slug}/`;

/** Nothing where there is none that fits the form as it is today. */
function keptAt<Form extends Fields>(place: string, empty: Form): Form | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const fits = Object.entries(empty).every(([name, value]) => typeof (kept as Fields)[name] === typeof value);
    return fits ? (kept as Form) : undefined;
  } catch {
    return undefined; // a browser that keeps nothing, or something that is no draft
  }
}

function keepAt(place: string, form: Fields | undefined) {
  try {
    if (form === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(form));
  } catch {
    // what can't be kept is typed again
  }
}

export function forgetDrafts() {
  try {
    Object.keys(localStorage)
      .filter((place) => place.startsWith(ofAll))
      .forEach((place) => localStorage.removeItem(place));
  } catch {
    // there are none
  }
}

/** `form` tells one form from another, also of the same kind about something else. */
export function useDraft<Form extends Fields>(form: string, empty: Form) {
  const { data: me } = useMe();
  const place = me && `${ofAll}${me.person}/${form}`;
  const [first] = useState(empty);
  const kept = useMemo(() => (place === undefined ? undefined : keptAt(place, first)), [place, first]);
  const [typed, setTyped] = useState<Form>();
  const value = typed ?? kept ?? empty;
  return {
    value,
    change: (changed: Partial<Form>) => {
      const next = { ...value, ...changed };
      setTyped(next);
      if (place !== undefined) keepAt(place, next);
    },
    /** When it was sent, or is not wanted any more. */
    drop: () => {
      setTyped(empty);
      if (place !== undefined) keepAt(place, undefined);
    },
    /** It was typed before, and nothing was changed since. */
    isFromBefore: typed === undefined && kept !== undefined,
  };
}
