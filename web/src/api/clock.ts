// How far the clock of this device is from the server's. Signatures carry times, and the host refuses one that is far off.
import { useSyncExternalStore } from 'react';

/** Less than this nobody needs to know. */
const noticed_ms = 120_000;
const minute_ms = 60_000;

let minutesAhead = 0;
const listeners = new Set<() => void>();

/** Takes the time at which the server answered; it is there in every answer, to the second. */
export function hearClock(date: string | null) {
  const there_ms = Date.parse(date ?? '');
  if (Number.isNaN(there_ms)) return;
  const ahead_ms = Date.now() - there_ms;
  const heard = Math.abs(ahead_ms) > noticed_ms ? Math.round(ahead_ms / minute_ms) : 0;
  if (heard === minutesAhead) return;
  minutesAhead = heard;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** By how many minutes this device is ahead of the server; less than nothing where it is behind, 0 where they agree. */
export const useMinutesAhead = () => useSyncExternalStore(subscribe, () => minutesAhead);
