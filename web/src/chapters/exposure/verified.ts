// A round whose totals this device verified against the record: nothing in it is taken on the host's word.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { utf8 } from '../../acts/bytes';
import { keep, kept } from '../../acts/kept';
import { canonical } from '../../acts/message';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { answer, api, slug } from '../../api/client';
import { history } from '../../record/history';
import type { ElectionPage } from '../elections/shared';
import { declaredHere, roundOf } from '../elections/shared';
import type { Asks } from './asks';
import { asksOf } from './asks';
import { adoptedAsks } from './evidence';
import type { Counted } from './paper';
import { countsOf } from './paper';

/** What the record says of it beside. */
interface Remembered {
  opens: string;
  closes: string;
  asked: number;
  took: number;
}
export interface VerifiedRound extends Remembered {
  id: number;
  title: string;
  asks: Asks;
  counts: Counted['counts'];
  /** Its SHA-256, in hexadecimal. */
  archive: string;
}

/** Where this device remembers that it verified just this: other totals, questions, archive or ballot have another place. */
function placeOf(round: number, { id, setup, setup_salt, archive, counts }: ElectionPage, asks: Asks): string {
  const what = canonical({ round, election: { id, setup, setup_salt, archive, counts }, asks });
  return `verified/${slug}/${bytesToHex(sha256(utf8(what)))}`;
}

interface Verified {
  asks: Asks;
  told: Remembered;
}

async function verify(id: number, election: ElectionPage, paper: Schemas['Round']['paper']): Promise<Verified> {
  const { called } = roundOf(await history(), election.id);
  if (called.round !== id) throw new RefusedHere('election-is-another');
  const asks = await adoptedAsks(election, paper);
  const { asked, took } = await declaredHere(election);
  const told = { opens: called.opens, closes: called.closes, asked, took };
  await keep(placeOf(id, election, asks), told);
  return { asks, told };
}

/** Ballots are erased in the end, and to verify them takes long: what was verified here once isn't verified again. */
async function remembered(id: number, election: ElectionPage, asks: Asks | null): Promise<Verified | undefined> {
  const told = asks && (await kept<Remembered>(placeOf(id, election, asks)));
  return told ? { asks, told } : undefined;
}

export async function verifiedRound(id: number): Promise<VerifiedRound> {
  const round = await answer(api.GET('/api/exposure/rounds/{id}', { params: { path: { id } } }));
  const election = await answer(api.GET('/api/elections/{id}', { params: { path: { id: round.election } } }));
  // What can't be read is refused in words by what verifies it.
  const found = await remembered(id, election, await asksOf(round).catch(() => null));
  const { asks, told } = found ?? (await verify(id, election, round.paper));
  const { counts } = countsOf(asks.questions, election.counts);
  return { id, title: asks.paper.title, asks, counts, archive: election.archive ?? '', ...told };
}
