// Checks in the browser what the server says about an entry. Nothing here trusts an answer that it can compute.
import { fromBase64 } from '../../acts/bytes';
import type { Checkpoint } from '../../record/note';
import { openNote } from '../../record/note';
import { leafHash, verifyInclusion } from '../../record/tree';

interface EntryProof {
  seq: number;
  entry: string;
  proof: string[];
  checkpoint: string;
  log_key: string;
}

export interface Verified {
  signed: boolean;
  included: boolean;
  checkpoint?: Checkpoint;
}

export async function verifyEntry(answer: EntryProof): Promise<Verified> {
  const checkpoint = await openNote(answer.checkpoint, answer.log_key);
  if (!checkpoint) return { signed: false, included: false };
  const proof = answer.proof.map((hash) => fromBase64(hash));
  const included = verifyInclusion(leafHash(answer.entry), answer.seq, checkpoint.size, proof, checkpoint.root);
  return { signed: true, included, checkpoint };
}
