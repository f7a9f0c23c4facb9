// Techniques that were seen, with what organizations are weak in of the outcomes that answer them.
import type { Schemas } from '../../api/client';
import { answering_set, outcomesAgainst } from './attack';
import type { Found, Latest } from './latest';
import { keyOf } from './latest';
import { byShareOfLow, shareOfLow, summed } from './statistics';

export interface Seen {
  technique: string;
  /** As the exchange calls it, and where it has it. */
  name?: string;
  object?: string;
  /** How many organizations chose it in the last round that asked. */
  inRound: number;
  /** How many said at the exchange that they saw it, and how many objects there speak of it. */
  atExchange: number;
  spokenOf: number;
}

export interface Outcome {
  id: string;
  /** Of the answers, at the two lowest levels; nothing where it was not asked yet, or nobody answered. */
  low?: number;
  found?: Found;
}

export interface SeenWeak extends Seen {
  /** The weakest first. */
  outcomes: Outcome[];
  low?: number;
  /** How many saw it times the share of low answers. */
  weight?: number;
}

const none = (technique: string): Seen => ({ technique, inRound: 0, atExchange: 0, spokenOf: 0 });

/** The last question that offered techniques. */
const askedOf = (latest: Latest) =>
  [...latest.values()]
    .filter(({ question }) => question.from === 'techniques')
    .sort((a, b) => b.round.closes.localeCompare(a.round.closes))[0];

/** Nothing where no round asked. */
export const roundOf = (latest: Latest) => askedOf(latest)?.round;

/** Those that anybody saw or spoke of. One technique may stand under several tactics. */
export function seenIn(latest: Latest, tactics: Schemas['Matrix']['tactics']): Seen[] {
  const all = new Map<string, Seen>();
  const of = (technique: string) => all.get(technique) ?? none(technique);
  const asked = askedOf(latest);
  asked?.answers.forEach((id, i) => all.set(id, { ...of(id), inRound: asked.counts[i] ?? 0 }));
  for (const { id, external_id, name, count, seen } of tactics.flatMap(({ techniques }) => techniques)) {
    const known = of(external_id);
    const atExchange = Math.max(known.atExchange, seen);
    all.set(external_id, { ...known, name, object: id, atExchange, spokenOf: Math.max(known.spokenOf, count) });
  }
  return [...all.values()].filter(({ inRound, atExchange, spokenOf }) => inRound + atExchange + spokenOf > 0);
}

/** The same organizations may have said it in both places, so the larger number counts. */
export const seers = ({ inRound, atExchange }: Seen) => Math.max(inRound, atExchange);

function outcomesOf(technique: string, latest: Latest): Outcome[] {
  const ids = outcomesAgainst.get(technique) ?? [];
  const rows = ids.map((id) => {
    const found = latest.get(keyOf(answering_set, id));
    return { id, found, counts: found?.counts ?? [] };
  });
  return byShareOfLow(rows).map(({ id, found, counts }) => {
    const low = shareOfLow(counts);
    return { id, ...(found ? { found } : {}), ...(low === undefined ? {} : { low }) };
  });
}

function weighed(seen: Seen, latest: Latest): SeenWeak {
  const outcomes = outcomesOf(seen.technique, latest);
  const counts = outcomes.flatMap(({ found }) => (found ? [found.counts] : []));
  const low = counts.length === 0 ? undefined : shareOfLow(summed(counts));
  return { ...seen, outcomes, ...(low === undefined ? {} : { low, weight: seers(seen) * low }) };
}

const byWeight = (a: SeenWeak, b: SeenWeak) =>
  (b.weight ?? -1) - (a.weight ?? -1) || seers(b) - seers(a) || b.spokenOf - a.spokenOf;

/** Whether the table tells which techniques the questions of a set answer. */
export const answersTechniques = (set: string) => set === answering_set;

/** Those that an outcome answers, what most saw first. */
export const seenAgainst = (outcome: string, seen: Seen[]): Seen[] =>
  seen
    .filter(({ technique }) => outcomesAgainst.get(technique)?.includes(outcome))
    .sort((a, b) => seers(b) - seers(a) || b.spokenOf - a.spokenOf);

/** Those that outcomes answer, by what they weigh; and those that none of the table does, by who saw them. */
export function seenWeak(seen: Seen[], latest: Latest): { answered: SeenWeak[]; unanswered: Seen[] } {
  const all = seen.map((one) => weighed(one, latest)).sort(byWeight);
  return {
    answered: all.filter(({ outcomes }) => outcomes.length > 0),
    unanswered: all.filter(({ outcomes }) => outcomes.length === 0),
  };
}
