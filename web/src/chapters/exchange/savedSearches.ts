// Searches that this browser keeps, and when their owner last looked: the host learns of neither.
import type { Search } from './search';

const place = 'exchange/saved-searches';

export interface Saved {
  hash: string;
  search: Search;
  /** What came later is new. */
  looked: string;
}

export function savedSearches(): Saved[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Saved[]) : [];
  } catch {
    return [];
  }
}

function keep(all: Saved[]) {
  localStorage.setItem(place, JSON.stringify(all));
  window.dispatchEvent(new Event(changed));
}

/** Told within this page; other tabs hear of it by `storage`. */
export const changed = 'exchange-saved-searches';

export function saveSearch(saved: Saved) {
  keep([...savedSearches().filter(({ hash }) => hash !== saved.hash), saved]);
}

export function forgetSearch(hash: string) {
  keep(savedSearches().filter((one) => one.hash !== hash));
}
