// What the charter says of elections, by the record: the founding act has it in full, and each amendment that took force.
import { RefusedHere } from '../../acts/problems';
import type { SignedEntry } from '../../record/history';

type Act =
  | { type: 'community-founded'; charter: string }
  | { type: 'amendment-proposed'; amendment: number; charter: string }
  | { type: 'amendment-adopted'; amendment: number }
  | { type: 'amendment-took-force'; amendment: number }
  | { type: 'other' };

interface Charter {
  /** Of fewer ballots nobody may know the totals. */
  leastBallots: number;
  /** How many trustees open the totals together. */
  trusteesNeeded: number;
  /** Of fewer answers to a round nobody may know the totals. */
  leastAnswers: number;
  /** Of who joined, and of who left, since a question of a state was asked: none, or as many. */
  closest: number;
}

/** Whatever a charter says (src/community/charter/charter.cpp). */
const fewestAnswers = 10;
const fewestApart = 7;

/** The one in force at the entry `seq`. Throws RefusedHere where the record has none. */
export function charterAt(history: SignedEntry[], seq: number): Charter {
  const proposed = new Map<number, string>();
  const adopted = new Map<number, string>();
  let text: string | undefined;
  const acts = history.filter((entry) => entry.seq < seq).flatMap((entry) => entry.acts as Act[]);
  for (const act of acts) {
    if (act.type === 'community-founded') text ??= act.charter;
    else if (act.type === 'amendment-proposed') proposed.set(act.amendment, act.charter);
    else if (act.type === 'amendment-adopted') adopted.set(act.amendment, proposed.get(act.amendment) ?? '');
    else if (act.type === 'amendment-took-force') text = adopted.get(act.amendment) ?? '';
  }
  if (!text) throw new RefusedHere('election-is-not-told');
  return {
    leastBallots: numberIn(text, 'least_ballots') ?? 3,
    trusteesNeeded: numberIn(text, 'trustees_needed') ?? 2,
    leastAnswers: Math.max(fewestAnswers, numberIn(text, 'least_answers') ?? 15),
    closest: Math.max(fewestApart, numberIn(text, 'closest') ?? 7),
  };
}

/**
 * What is given to this name, which one table of a charter has alone (docs/charter.md). It is not worth reading TOML for: of two lines the
 * larger number counts, and one that is written in an unusual way is refused.
 */
function numberIn(charter: string, name: string): number | undefined {
  const given = [...charter.matchAll(new RegExp(`^[^#\\n]*\\b${name}\\b["']?\\s*=\\s*([^\\s,}#]*)`, 'gm'))];
  if (given.length === 0) return undefined;
  const numbers = given.map(([, number = '']) => (/^[1-9]\d*$/.test(number) ? Number(number) : Infinity));
  return Math.max(...numbers);
}
