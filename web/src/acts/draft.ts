// What was typed into a long form and not sent yet: kept on this device, for whoever typed it alone, until it is sent or they sign out.
import { useMemo, useState } from 'react';

import { useMe } from '../api/queries';
import { keepOwnText, ownText } from './own';

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
    const kept: unknown = JSON.parse(ownText(place) ?? 'null');
    return fits(kept, empty) ? (kept as Form) : undefined;
  } catch {
    return undefined; // something that is no draft
  }
}

/** `form` tells one form from another, also of the same kind about something else. */
export function useDraft<Form extends object>(form: string, empty: Form) {
  const { data: me } = useMe();
  // Not before it is known whose it is.
  const place = me && `draft/${form}`;
  const [first] = useState(empty);
  const kept = useMemo(() => (place === undefined ? undefined : keptAt(place, first)), [place, first]);
  const [typed, setTyped] = useState<Form>();
  const value = typed ?? kept ?? empty;
  return {
    value,
    change: (changed: Partial<Form>) => {
      const next = { ...value, ...changed };
      setTyped(next);
      if (place !== undefined) keepOwnText(place, JSON.stringify(next));
    },
    /** When it was sent, or is not wanted any more. */
    drop: () => {
      setTyped(empty);
      if (place !== undefined) keepOwnText(place);
    },
    /** It was typed before, and nothing was changed since. */
    isFromBefore: typed === undefined && kept !== undefined,
  };
}
