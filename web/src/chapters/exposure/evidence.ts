// What this device makes sure of by itself before anything is answered: that the questions are those that the Members adopted, the paper the one
// that was called, and the ballot what both make. The host's word is held against what the record has, and passkeys signed.
import { fromBase64 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { SignedEntry } from '../../record/history';
import { history } from '../../record/history';
import { mustBeSigned } from '../../record/trails';
import type { ElectionPage } from '../elections/shared';
import { adoptedSet, roundOf } from '../elections/shared';
import type { Asks } from './asks';
import { readAsks } from './asks';
import { asOnBallot } from './paper';
import { fingerprintOf } from './questionSet';

type Original = Schemas['Original'];

const others = (cause?: unknown) => new RefusedHere('questions-are-not-adopted', cause);

function textOf(original: Original | null, hash: string): string {
  if (original === null) throw new RefusedHere('text-is-erased');
  if (contentHash(fromBase64(original.salt), original.text) !== hash) throw others();
  return original.text;
}

interface AdoptedSet {
  text: string;
  part: number | undefined;
  /** Whose proposal was signed. */
  entry: SignedEntry;
}

/** A set that was called, as it was proposed, under the fingerprint of which the Members decided. */
async function adopted(whole: SignedEntry[], id: number, part?: number): Promise<AdoptedSet> {
  const { proposed, entry } = adoptedSet(whole, id);
  const { questions } = await answer(api.GET('/api/exposure/sets/{id}', { params: { path: { id } } }));
  const text = textOf(questions, proposed.questions);
  if (fingerprintOf(text) !== proposed.facts.fingerprint) throw others();
  return { text, part, entry };
}

/** What the ballot of this election asks, for what the record calls and the host shows. Throws RefusedHere where that is not all the same. */
export async function adoptedAsks(election: ElectionPage, paper: Original | null): Promise<Asks> {
  const whole = await history();
  const { called, entries } = roundOf(whole, election.id);
  const sets = await Promise.all(called.asks.map(({ question_set, part }) => adopted(whole, question_set, part)));
  await mustBeSigned([...entries, ...sets.map(({ entry }) => entry)], whole);
  const asks = sound(() => readAsks(textOf(paper, called.paper), sets));
  if (!isAskedBy(election.setup, asks)) throw others();
  return asks;
}

/** What was adopted and can't be read is nothing that could be asked. */
function sound(read: () => Asks): Asks {
  try {
    return read();
  } catch (error) {
    throw error instanceof RefusedHere ? error : others(error);
  }
}

/** Whether the setup asks these questions and no others, in this order, each with these answers. */
function isAskedBy(setup: string | null, { questions }: Asks): boolean {
  const told = (JSON.parse(setup ?? '{}') as { questions?: Record<string, unknown>[] }).questions ?? [];
  const plain = told.map(({ answers, min, max, question, ...more }) =>
    JSON.stringify({ answers, min, max, question, ...more }),
  );
  return JSON.stringify(plain) === JSON.stringify(questions.map((one) => JSON.stringify(asOnBallot(one))));
}
