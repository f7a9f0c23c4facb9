// The five figures of the strategic page, each with what it was at the askings before. All are of totals that this device verified; rounds come
// in their order in time, the last one last.
import type { Counted } from './paper';
import { lastFourQuarters } from './quarters';
import type { Asked, Question, QuestionSet } from './questionSet';
import { questionsOf } from './questionSet';
import { levelsOf, rowsOf } from './rows';
import type { Counts } from './statistics';
import { answered, byShareOfLow, isWeak, median, middleHalf, placeOf, summed } from './statistics';
import type { VerifiedRound } from './verified';

interface Point {
  round: VerifiedRound;
  value: number;
}

export const turnoutOf = (rounds: readonly VerifiedRound[]): Point[] =>
  rounds.map((round) => ({ round, value: round.took }));

/** The outcomes of one set that have the same levels, each by what came out when it was asked last; those that nobody answered are left out. */
export interface Outcomes {
  asked: Asked;
  levels: string[];
  counts: Counted['counts'];
}

/** Of fewer levels the two lowest would be most of them. */
const fewest_levels = 4;

/** What a round found of sets that ask for a state, set by set. */
export function statesIn({ asks, counts }: VerifiedRound): Outcomes[] {
  return asks.asked.flatMap((asked) => {
    const levels = asked.set.rhythm === 'yearly' ? levelsOf(asked, asks.paper) : undefined;
    if (levels === undefined || levels.length < fewest_levels) return [];
    const own = questionsOf(asked).map(({ id }) => [id, counts.get(id) ?? []] as const);
    return [{ asked, levels, counts: new Map(own.filter(([, count]) => answered(count) > 0)) }];
  });
}

export const haveSameLevels = (one: Outcomes, other: Outcomes) => one.levels.join('\n') === other.levels.join('\n');

/** Questions keep their ids from version to version; where the levels are others, the last ones count alone. */
function together(askings: readonly Outcomes[]): Outcomes | undefined {
  const last = askings.at(-1);
  if (last === undefined) return undefined;
  const counts = new Map(askings.filter((one) => haveSameLevels(one, last)).flatMap((one) => [...one.counts]));
  return { asked: { set: only(last.asked.set, counts) }, levels: last.levels, counts };
}

export const only = (set: QuestionSet, ids: Pick<Counted['counts'], 'has'>): QuestionSet => ({
  ...set,
  questions: set.questions.filter(({ id }) => ids.has(id)),
});

/**
 * What was asked in the last four quarters. Levels of different sets don't add up, so it is of one set: the one that is named, or the one of which
 * most was asked.
 */
export function outcomesOf(rounds: readonly VerifiedRound[], id?: string): Outcomes | undefined {
  const states = lastFourQuarters(rounds).flatMap(statesIn);
  const sets = [...new Set(states.map(({ asked }) => asked.set.id))].filter((one) => id === undefined || one === id);
  const found = sets.flatMap((one) => together(states.filter(({ asked }) => asked.set.id === one)) ?? []);
  const size = ({ asked }: Outcomes) => asked.set.questions.length;
  return found.filter((one) => size(one) > 0).sort((a, b) => size(b) - size(a))[0];
}

export const countsIn = ({ asked, counts }: Outcomes): Counts[] =>
  asked.set.questions.map(({ id }) => counts.get(id) ?? []);

/** One after the other, as often as the same outcomes as now were known: of others a change would say nothing. */
function pointsOf(rounds: readonly VerifiedRound[], now: Outcomes, valueOf: (then: Outcomes) => number | undefined) {
  const ids = ({ asked }: Outcomes) => asked.set.questions.map(({ id }) => id).join(' ');
  return rounds.flatMap((round, i): Point[] => {
    if (!round.asks.asked.some(({ set }) => set.id === now.asked.set.id)) return [];
    const then = outcomesOf(rounds.slice(0, i + 1), now.asked.set.id);
    const value = then && ids(then) === ids(now) ? valueOf(then) : undefined;
    return value === undefined ? [] : [{ round, value }];
  });
}

export function maturityOf(rounds: readonly VerifiedRound[]) {
  const now = outcomesOf(rounds);
  if (now === undefined) return undefined;
  const all = summed(countsIn(now));
  const [half, middle] = [middleHalf(all), median(all)];
  if (!half || !middle) return undefined;
  const points = pointsOf(rounds, now, (then) => {
    const place = median(summed(countsIn(then)));
    return place && placeOf(place);
  });
  return { now, median: middle, half, answers: answered(all), points };
}

/** Outcomes of which more than half of the answers are at the two lowest levels, the weakest first. */
export function weakOf(rounds: readonly VerifiedRound[]) {
  const now = outcomesOf(rounds);
  if (now === undefined) return undefined;
  const all = now.asked.set.questions.map((question) => ({ question, counts: now.counts.get(question.id) ?? [] }));
  const weak = byShareOfLow(all.filter(({ counts }) => isWeak(counts))).map(({ question }) => question);
  const points = pointsOf(rounds, now, (then) => countsIn(then).filter(isWeak).length);
  return { now, weak, all: all.length, fewest: Math.min(...all.map(({ counts }) => answered(counts))), points };
}

/** What lies under each outermost group, summed; where most is low first. */
export const functionsOf = ({ asked, counts }: Outcomes) => byShareOfLow(rowsOf(asked, counts));

/** Sets that come with the program and are meant by their names (docs/exposure.md): of others nobody knows what their answers mean. */
const movement_set = 'movement';
const events_set = 'events-of-the-quarter';
const harms = ['confidentiality', 'integrity', 'availability', 'reliability'] as const;
export type Harm = (typeof harms)[number];

interface Answered {
  question: Question;
  counts: Counts;
}

/** The last asking of either set, as it was answered. */
export function answersOn(rounds: readonly VerifiedRound[]) {
  const lastOf = <Of>(of: (round: VerifiedRound) => Of[]) =>
    rounds.map((round) => ({ round, of: of(round) })).findLast((found) => found.of.length > 0);
  return {
    movement: lastOf((round) => askedOf(movement_set, round)),
    events: lastOf(harmsOf),
  };
}

const harmsOf = (round: VerifiedRound) =>
  askedOf(events_set, round).flatMap((one) => {
    const harm = harms.find((harmed) => harmed === one.question.id);
    return harm === undefined ? [] : [{ ...one, harm }];
  });

function askedOf(set: string, { asks, counts }: VerifiedRound): Answered[] {
  const own = asks.asked.filter((asked) => asked.set.id === set).flatMap(questionsOf);
  return own
    .map((question) => ({ question, counts: counts.get(question.id) ?? [] }))
    .filter((one) => answered(one.counts) > 0);
}

interface Moved {
  question: Question;
  /** Better less worse, in organizations. */
  net: number;
  answers: number;
}

/** Levels rise: the lowest is worse, the highest better. */
export const movedIn = (round: VerifiedRound): Moved[] =>
  askedOf(movement_set, round).map(({ question, counts }) => ({
    question,
    net: (counts.at(-1) ?? 0) - (counts[0] ?? 0),
    answers: answered(counts),
  }));

export function movementOf(rounds: readonly VerifiedRound[]) {
  const asked = rounds.flatMap((round) => {
    const moved = movedIn(round);
    return moved.length === 0 ? [] : [{ round, moved }];
  });
  const last = asked.at(-1);
  if (last === undefined) return undefined;
  const mean = (moved: Moved[]) => moved.reduce((sum, { net }) => sum + net, 0) / moved.length;
  return { ...last, points: asked.map(({ round, moved }): Point => ({ round, value: mean(moved) })) };
}

interface Hit {
  harm: Harm;
  question: Question;
  /** Where it was serious, or worse. */
  organizations: number;
  answers: number;
}

/** Of the levels of harm, those before it are none and minor. */
export const first_serious = 2;

export const hitsIn = (round: VerifiedRound): Hit[] =>
  harmsOf(round).map(({ harm, question, counts }) => ({
    harm,
    question,
    organizations: answered(counts.slice(first_serious)),
    answers: answered(counts),
  }));

export function eventsOf(rounds: readonly VerifiedRound[]) {
  const asked = rounds.flatMap((round) => {
    const hits = hitsIn(round);
    return hits.length === 0 ? [] : [{ round, hits }];
  });
  const last = asked.at(-1);
  if (last === undefined) return undefined;
  const pointsOn = (harm: Harm) =>
    asked.flatMap(({ round, hits }): Point[] =>
      hits.filter((hit) => hit.harm === harm).map(({ organizations: value }) => ({ round, value })),
    );
  return { ...last, pointsOn };
}
