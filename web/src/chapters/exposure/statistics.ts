// What the counts of a question tell: how many organizations are at each of its levels, from the lowest up. Levels are meant by their places,
// from 0. Who skipped the question is in none of its counts.

export type Counts = readonly number[];

/** The level that was looked for; where the answers part exactly between two levels, the two. */
interface Between {
  lower: number;
  upper: number;
}

export const answered = (counts: Counts) => counts.reduce((sum, count) => sum + count, 0);

export const median = (counts: Counts) => quartile(counts, 2);

/** From the first quartile to the third; of nobody's answers there are none. */
export function middleHalf(counts: Counts): { from: Between; to: Between } | undefined {
  const [from, to] = [quartile(counts, 1), quartile(counts, 3)];
  return from && to && { from, to };
}

/** One place to draw it at. */
export const placeOf = ({ lower, upper }: Between) => (lower + upper) / 2;

/** Of the answers, from 0 to 1. */
export function shareOfLow(counts: Counts): number | undefined {
  return ratio(answered(counts.slice(0, low_levels)), answered(counts));
}

/** Whether more than half of the answers are at the two lowest levels. */
export const isWeak = (counts: Counts) => (shareOfLow(counts) ?? 0) > 0.5;

/** Those with the most at the lowest levels first, and last those that nobody answered. */
export const byShareOfLow = <Row extends { counts: Counts }>(rows: readonly Row[]) =>
  [...rows].sort((a, b) => (shareOfLow(b.counts) ?? -1) - (shareOfLow(a.counts) ?? -1));

/**
 * How many percent of the answers are at a level or below, as a range: from those strictly below to those at it or below. Both are multiples of
 * five, rounded away from each other, so that nothing narrower is said than what is so.
 */
export function positionOf(level: number, counts: Counts): { from: number; to: number } | undefined {
  const all = answered(counts);
  if (all === 0) return undefined;
  const fives = (some: Counts) => (answered(some) * 20) / all;
  return { from: 5 * Math.floor(fives(counts.slice(0, level))), to: 5 * Math.ceil(fives(counts.slice(0, level + 1))) };
}

/** Several questions of the same levels as one. */
export function summed(questions: readonly Counts[]): number[] {
  const [first = []] = questions;
  if (questions.some(({ length }) => length !== first.length)) throw new RangeError('questions of different levels');
  return first.map((_, level) => answered(questions.map((counts) => counts[level] ?? 0)));
}

export interface ReleasedCell {
  /** The first and the last of its levels. */
  from: number;
  to: number;
  /** A multiple of ten. */
  percent: number;
}

const fewest_answers = 15;
const fewest_in_a_cell = 5;

export const mayLeave = (counts: Counts) => answered(counts) >= fewest_answers;

/**
 * What of a question may leave the group: rounded percentages of cells in each of which there is nobody, or too many to be told apart. A cell that
 * is too small is joined to neighbours, never left out: what is left out could be computed from the others. Nothing, where few answered; and one
 * cell of everything where all answered alike, for that would be the answer of each.
 */
export const released = (counts: Counts) => releasedOver([counts]);

/** The same of questions of the same levels as one. Who answers all of them is in a cell as often, so what counts is how many are there in one. */
export function releasedOver(questions: readonly Counts[]): ReleasedCell[] | undefined {
  if (!questions.some(mayLeave)) return undefined;
  const sums = summed(questions);
  const cells = divided(questions) ?? [];
  const isAlike = cells.filter(({ count }) => count > 0).length === 1;
  const told = isAlike ? [{ from: 0, to: sums.length - 1, count: answered(sums) }] : cells;
  return told.map(({ from, to, count }) => ({ from, to, percent: 10 * Math.round((10 * count) / answered(sums)) }));
}

/** The cells of a joint question, which come row by row, as rows. */
export function tableOf(cells: Counts, columns: number): number[][] {
  if (cells.length % columns !== 0) throw new RangeError('a row that is not whole');
  return Array.from({ length: cells.length / columns }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
}

export const cellsOf = (table: readonly Counts[]): number[] => table.flat();

/** The two questions that a joint one asks. */
export const marginsOf = (table: readonly Counts[]) => ({ rows: table.map(answered), columns: summed(table) });

interface Change {
  /** Of each level's share of the answers, from -1 to 1. */
  shares: number[];
  /** In levels; one that lies between two counts as half. */
  median: number;
}

/** From an asking to a later one of the same question; nothing where one was answered by nobody. */
export function changeBetween(then: Counts, now: Counts): Change | undefined {
  const [before, after] = [median(then), median(now)];
  if (then.length !== now.length) throw new RangeError('askings of different levels');
  if (!before || !after) return undefined;
  const share = (counts: Counts, level: number) => ratio(counts[level] ?? 0, answered(counts)) ?? 0;
  return {
    shares: now.map((_, level) => share(now, level) - share(then, level)),
    median: placeOf(after) - placeOf(before),
  };
}

const low_levels = 2;

const ratio = (part: number, all: number) => (all === 0 ? undefined : part / all);

/**
 * Of n answers in order, the one at the place n · quarters / 4, rounded up. Where that is a whole number, the quarter ends between this answer
 * and the next, and the quartile is the levels of both.
 */
function quartile(counts: Counts, quarters: 1 | 2 | 3): Between | undefined {
  const all = answered(counts);
  if (all === 0) return undefined;
  const place = (all * quarters) / 4;
  return { lower: levelAt(Math.ceil(place), counts), upper: levelAt(Math.floor(place) + 1, counts) };
}

/** Of the answer at a place, counted from 1. */
const levelAt = (place: number, counts: Counts) =>
  counts.findIndex((_, level) => answered(counts.slice(0, level + 1)) >= place);

interface Cell {
  from: number;
  to: number;
  count: number;
}

/** Of levels from one to another: the answers, and how many organizations gave them at least. */
function cellOf(questions: readonly Counts[], from: number, to: number) {
  const inside = questions.map((counts) => answered(counts.slice(from, to + 1)));
  return { count: answered(inside), organizations: Math.max(...inside) };
}

/** The most cells, from a level on, of which none is too small. Levels are at most twelve, so every way to divide them can be tried. */
function divided(questions: readonly Counts[], from = 0): Cell[] | undefined {
  const levels = questions[0]?.length ?? 0;
  if (from === levels) return [];
  let most: Cell[] | undefined;
  for (let to = from; to < levels; to++) {
    const { count, organizations } = cellOf(questions, from, to);
    const isTooSmall = count > 0 && organizations < fewest_in_a_cell;
    const others = isTooSmall ? undefined : divided(questions, to + 1);
    if (others && others.length >= (most?.length ?? 0)) most = [{ from, to, count }, ...others];
  }
  return most;
}
