// What a query's answer shows of the record, so that only those answers are read again that a change concerns.

/** The chapters of the domain, by the names that live events give them. Each chapter of the page adds its own, in its queries.ts. */
export interface Parts {
  record: unknown;
}
export type Part = keyof Parts;

/** Of each chapter all of it, or the things with these ids: the ids that stand in addresses, such as /api/meetings/{id}. */
export type Shows = 'everything' | 'nothing' | { readonly [part in Part]?: 'all' | readonly number[] };

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { shows: Shows };
  }
}

export interface Change {
  /** A chapter's name. One that this page doesn't know is a newer server's. */
  chapter: string;
  /** Which of its things; all of them where it is left out. */
  id?: number;
}

/** Without `changed`, anything may have changed; a query that doesn't say what it shows may show anything. */
export function isConcerned(shows: Shows | undefined, changed: readonly Change[] | undefined): boolean {
  if (shows === 'nothing') return false;
  if (changed === undefined || shows === undefined || shows === 'everything') return true;
  return changed.some(({ chapter, id }) => {
    const shown = Object.entries(shows).find(([part]) => part === chapter)?.[1];
    return shown === 'all' || (shown !== undefined && (id === undefined || shown.includes(id)));
  });
}
