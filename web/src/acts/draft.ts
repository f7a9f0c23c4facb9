// What was typed into a long form and not sent yet: kept on this device, for whoever typed it alone, until it is sent or they sign out.
import { useMemo, useState } from 'react';

import { slug } from '../api/client';
import { useMe } from '../api/queries';

const ofAll = `draft/${slug}/`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether something has the shape of what a form begins with; lists and fields that are chosen by name begin empty. */
function fits(kept: unknown, first: unknown): boolean {
  if (!isObject(first)) return typeof kept === typeof first;
  if (!isObject(kept) || Array.isArray(kept) !== Array.isArray(first)) return false;
  return Object.entries(first).every(([name, value]) => fits(kept[name], value));
}

/** Nothing where there is none that fits the form as it is today. */
function keptAt<Form extends object>(place: string, empty: Form): Form | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return fits(kept, empty) ? (kept as Form) : undefined;
  } catch {
    return undefined; // a browser that keeps nothing, or something that is no draft
  }
}

function keepAt(place: string, form: object | undefined) {
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
export function useDraft<Form extends object>(form: string, empty: Form) {
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
