// What of the picture may leave the group, and in which form: shares rounded to ten percent, of levels in which too few would be told apart only
// together with their neighbours, and nothing of what few answered. What happened cost whom how much is not in it.
import { questionsUnder, rowsOf } from './rows';
import type { ReleasedCell } from './statistics';
import { mayLeave, released, releasedOver } from './statistics';
import type { Harm } from './strategic';
import { answersOn, countsIn, only, outcomesOf, weakOf } from './strategic';
import type { Outcomes } from './strategic';
import type { VerifiedRound } from './verified';

export interface Released {
  label: string;
  levels: readonly string[];
  /** None where too few answered. */
  cells: ReleasedCell[] | undefined;
}

/** Those of an asking at its time. */
interface OfQuarter<Of> {
  opens: string;
  of: Of[];
}

export interface Release {
  closes: string;
  /** Who did not take part, and who did. */
  turnout: ReleasedCell[] | undefined;
  state?: { title: string; all: ReleasedCell[] | undefined; levels: readonly string[]; functions: Released[] };
  /** Of outcomes: where at most half is low, and where more is. */
  weak: ReleasedCell[] | undefined;
  movement?: OfQuarter<Released>;
  events?: OfQuarter<Released & { harm: Harm }>;
}

/** Nothing before there is a round. */
export function releaseOf(rounds: readonly VerifiedRound[]): Release | undefined {
  const last = rounds.at(-1);
  if (last === undefined) return undefined;
  const { movement, events } = answersOn(rounds);
  const now = outcomesOf(rounds);
  const weak = weakOf(rounds);
  return {
    closes: last.closes,
    turnout: released([last.asked - last.took, last.took]),
    ...(now ? { state: stateOf(now) } : {}),
    weak: weak && released([weak.all - weak.weak.length, weak.weak.length]),
    ...(movement ? { movement: { opens: movement.round.opens, of: movement.of.map(one) } } : {}),
    ...(events
      ? { events: { opens: events.round.opens, of: events.of.map((e) => ({ ...one(e), harm: e.harm })) } }
      : {}),
  };
}

type Asking = NonNullable<ReturnType<typeof answersOn>['movement']>['of'][number];

const one = ({ question, counts }: Asking): Released => ({
  label: question.name ?? question.id,
  levels: question.levels.map(({ name }) => name),
  cells: released(counts),
});

/** Outcomes that few answered are in none of its sums. */
function stateOf({ asked, levels, counts }: Outcomes): Release['state'] {
  const enough = new Map([...counts].filter(([, own]) => mayLeave(own)));
  const of = { asked: { set: only(asked.set, enough) }, levels, counts: enough };
  const functions = rowsOf(of.asked, enough).map((row) => ({
    label: row.label,
    levels,
    cells: releasedOver(questionsUnder(row)),
  }));
  return { title: asked.set.title, all: releasedOver(countsIn(of)), levels, functions };
}
