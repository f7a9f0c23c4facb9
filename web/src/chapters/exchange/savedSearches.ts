// Searches that this browser keeps until their owner signs out, and when they last looked: the host learns of neither.
import { keepOwnText, ownText } from '../../acts/own';
import type { Search } from './search';

const place = 'exchange/searches';

export interface Saved {
  hash: string;
  search: Search;
  /** What came later is new. */
  looked: string;
}

export function savedSearches(): Saved[] {
  try {
    const kept = JSON.parse(ownText(place) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Saved[]) : [];
  } catch {
    return [];
  }
}

function keep(all: Saved[]) {
  keepOwnText(place, JSON.stringify(all));
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
