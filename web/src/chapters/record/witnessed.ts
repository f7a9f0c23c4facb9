// How far the charter's witnesses vouch for the record that this device has checked. Nothing here trusts an answer that it can compute.
import { queryOptions } from '@tanstack/react-query';

import { fromBase64 } from '../../acts/bytes';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { Cosignature } from '../../record/cosignature';
import { cosignaturesOn } from '../../record/cosignature';
import { checkedHead } from '../../record/head';
import { openNote } from '../../record/note';
import type { Tree } from '../../record/tree';
import { verifyConsistency } from '../../record/tree';

export interface Watched {
  named: number;
  needed: number;
  /** What the server shows is not of this record, or a cosignature does not hold. */
  isBroken: boolean;
  /** The newest head that enough witnesses cosigned; else, of what some did. */
  size?: number;
  by: Cosignature[];
}

/** How often the record may grow between two answers. */
const tries = 3;

/** Not among the chapter's other queries, which pages load that check nothing. */
export const witnessedQuery = queryOptions({
  queryKey: ['witnessed'],
  queryFn: checkWitnesses,
  meta: { shows: 'everything' },
});

async function checkWitnesses(): Promise<Watched> {
  const told = await answer(api.GET('/api/log/witnesses'));
  const { logKey } = await checkedHead();
  const watched: Watched = { named: told.witnesses.length, needed: told.needed, isBroken: false, by: [] };
  for (const note of told.checkpoints) {
    const tree = await openNote(note, logKey);
    const by = cosignaturesOn(note, told.witnesses);
    if (tree === undefined || by === undefined || !(await isOfThisRecord(tree, logKey)))
      return { ...watched, isBroken: true, by: [] };
    if (isEnough(watched, told)) continue;
    if (by.length > watched.by.length) Object.assign(watched, { size: tree.size, by });
  }
  return watched;
}

export const isEnough = (watched: Pick<Watched, 'by'>, { needed }: Pick<Schemas['Witnesses'], 'needed'>) =>
  needed > 0 && watched.by.length >= needed;

/** Whether the head that this device has checked continues that tree. */
async function isOfThisRecord(tree: Tree, logKey: string): Promise<boolean> {
  for (let i = 0; i < tries; ++i) {
    const told = await answer(api.GET('/api/log/head', { params: { query: { from: tree.size } } }));
    const { head } = await checkedHead();
    const newest = await openNote(told.checkpoint, logKey);
    if (newest === undefined) return false;
    if (newest.size !== head.size) continue;
    const proof = told.consistency.map((hash) => fromBase64(hash));
    return verifyConsistency(tree, { size: head.size, root: fromBase64(head.root) }, proof);
  }
  return false;
}
