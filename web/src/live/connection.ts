// Whether the server is heard, and if not, since when: what stands on a page then is of that time.
import { useEffect, useState, useSyncExternalStore } from 'react';

let lostAt: Date | undefined;
const listeners = new Set<() => void>();

/** The time at which it was heard last is kept until it is heard again. */
export function heard(isHeard: boolean) {
  if (isHeard === (lostAt === undefined)) return;
  lostAt = isHeard ? undefined : new Date();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A line that is gone for a moment is nothing to tell. */
const patience_ms = 4000;

/** Since when the server is not heard, once that lasts. */
export function useSilentSince(): Date | undefined {
  const since = useSyncExternalStore(subscribe, () => lostAt);
  const [lasting, setLasting] = useState<Date>();
  useEffect(() => {
    const later = since && setTimeout(() => setLasting(since), patience_ms);
    return () => clearTimeout(later);
  }, [since]);
  return since !== undefined && lasting === since ? since : undefined;
}
