// Whether something that this device signed is missing from the record. Light, for every page shows it; what looks is in ownActs.ts.
import { useSyncExternalStore } from 'react';

let isLost = false;
const listeners = new Set<() => void>();

export function tellLost(lost: boolean) {
  isLost = lost;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useActLost = () => useSyncExternalStore(subscribe, () => isLost);

/** Loaded before anything is signed, so that a server can't keep it back afterwards. */
export const loadWatch = () => import('./ownActs').then(({ watch }) => watch);
export const lookAgain = () => import('./ownActs').then(({ lookAgain }) => lookAgain());
