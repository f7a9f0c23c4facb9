// What trustees decrypted, as this device verifies it: each bound to the totals that it counted, by the proofs beside the archive.
import { RefusedHere } from '../../acts/problems';
import { base } from '../../api/client';
import { unboundApart } from '../../ballot/apart';
import type { Opening } from '../../ballot/boundProofs';
import { fingerprint } from '../../ballot/group';
import { Unsound } from '../../ballot/spec';
import type { ElectionPage } from './standing';

/** The act by which a trustee posts a decryption of the totals with this fingerprint. */
export interface Posted {
  type: 'decryption-posted';
  election: number;
  trustee: number;
  tally: string;
}

/** What doesn't hold by itself is not what the record has either. */
export async function sound<T>(verify: () => T | Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    throw error instanceof Unsound ? new RefusedHere('archive-is-not-sound', error) : error;
  }
}

async function proofsOf({ id }: ElectionPage): Promise<string> {
  const response = await fetch(`${base}/api/elections/${id}/proofs`);
  if (!response.ok) throw new RefusedHere('election-is-not-told');
  return response.text();
}

/**
 * That all who decrypted so far decrypted these totals, and signed that it was these. Throws RefusedHere with the names of those of whom it
 * does not hold. The file is asked for after record and archive, so whoever stands in one of them stands in it.
 */
export async function mustBeBound(election: ElectionPage, opening: Opening, posted: Posted[]): Promise<void> {
  if (posted.length === 0 && opening.decryptions.size === 0) return;
  const text = await proofsOf(election);
  const numbers = posted.map(({ trustee }) => trustee);
  const unbound = await sound(() => unboundApart(text, opening, numbers));
  const hash = fingerprint(opening.tally ?? '');
  const elsewhere = posted.filter(({ tally }) => tally !== hash).map(({ trustee }) => trustee);
  const wrong = [...new Set([...unbound, ...elsewhere])];
  if (wrong.length === 0) return;
  const names = wrong.map((number) => election.trustees[number - 1]?.person.name ?? `${number}`);
  throw new RefusedHere('decryption-does-not-hold', undefined, { names: names.join(', ') });
}
