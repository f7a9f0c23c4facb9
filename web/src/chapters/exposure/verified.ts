// A round whose totals this device verified against the record: nothing in it is taken on the host's word.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { utf8 } from '../../acts/bytes';
import { keep, kept } from '../../acts/kept';
import { canonical } from '../../acts/message';
import { RefusedHere } from '../../acts/problems';
import { answer, api, slug } from '../../api/client';
import { history } from '../../record/history';
import type { ElectionPage } from '../elections/shared';
import { declaredHere, roundOf } from '../elections/shared';
import type { Asks } from './asks';
import { adoptedAsks } from './evidence';
import type { Counted } from './paper';
import { countsOf } from './paper';

interface Turnout {
  asked: number;
  took: number;
}
export interface VerifiedRound extends Turnout {
  id: number;
  title: string;
  opens: string;
  closes: string;
  asks: Asks;
  counts: Counted['counts'];
  /** Its SHA-256, in hexadecimal. */
  archive: string;
}

/** Where this device remembers that it verified just this: another total, archive or ballot has another place. */
function placeOf({ id, setup, setup_salt, archive, counts }: ElectionPage): string {
  const what = canonical({ id, setup, setup_salt, archive, counts });
  return `verified/${slug}/${bytesToHex(sha256(utf8(what)))}`;
}

/** Ballots are erased in the end, and to verify them takes long: what was verified here once isn't verified again. */
async function verifiedOnce(election: ElectionPage): Promise<Turnout> {
  const place = placeOf(election);
  const before = await kept<Turnout>(place);
  if (before) return before;
  const { asked, took } = await declaredHere(election);
  await keep(place, { asked, took });
  return { asked, took };
}

export async function verifiedRound(id: number): Promise<VerifiedRound> {
  const round = await answer(api.GET('/api/exposure/rounds/{id}', { params: { path: { id } } }));
  const election = await answer(api.GET('/api/elections/{id}', { params: { path: { id: round.election } } }));
  const { called } = roundOf(await history(), election.id);
  if (called.round !== id) throw new RefusedHere('election-is-another');
  const asks = await adoptedAsks(election, round.paper);
  const turnout = await verifiedOnce(election);
  const { counts } = countsOf(asks.questions, election.counts);
  const { opens, closes } = called;
  return { id, title: asks.paper.title, opens, closes, asks, counts, archive: election.archive ?? '', ...turnout };
}
