// All entries since a session was opened, as this reader may read them, and that they are all the record's head proves.
import { fromBase64 } from '../acts/bytes';
import { answer, api } from '../api/client';
import { rootAfter } from './edge';
import { checkedHead } from './head';
import { leafHash, sameBytes } from './tree';

interface Since {
  /** The place in the record of the first of them. */
  first: number;
  entries: string[];
}

/** Nothing where the server does not show what the record holds. What is sealed for this reader is a leaf's hash (tree.ts). */
export async function sessionEntries(session: number): Promise<Since | undefined> {
  const { head } = await checkedHead();
  const ask = (from?: number) =>
    answer(
      api.GET('/api/record/sessions/{id}', { params: { path: { id: session }, query: { size: head.size, from } } }),
    );
  const { first, edge, entries } = await ask();
  while (first + entries.length < head.size) {
    const more = await ask(first + entries.length);
    if (more.entries.length === 0 || more.first !== first + entries.length) return undefined;
    entries.push(...more.entries);
  }
  const root = rootAfter(
    first,
    edge.map((hash) => fromBase64(hash)),
    entries.map(leafHash),
  );
  const isWhole = first + entries.length === head.size;
  return isWhole && root !== undefined && sameBytes(root, fromBase64(head.root)) ? { first, entries } : undefined;
}
