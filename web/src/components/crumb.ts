// A page that lies deeper than one below its chapter's own says what is between: the frame shows the way.
import { useEffect, useSyncExternalStore } from 'react';

interface Crumb {
  to: string;
  label: string;
}

let shown: Crumb | undefined;
const listeners = new Set<() => void>();

function say(crumb: Crumb | undefined) {
  shown = crumb;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** While this page is shown. */
export function useCrumb({ to, label }: Crumb) {
  useEffect(() => {
    say({ to, label });
    return () => say(undefined);
  }, [to, label]);
}

export const useShownCrumb = () => useSyncExternalStore(subscribe, () => shown);
