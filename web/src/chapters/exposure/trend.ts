// How what was found goes on: the last two askings of the same questions, their years, and each quarter's movement and events.
import { yearOf } from './quarters';
import type { QuestionSet } from './questionSet';
import { groupsAround } from './questionSet';
import type { Row } from './rows';
import { rowsOf } from './rows';
import type { Counts } from './statistics';
import { changeBetween, shareOfLow, summed } from './statistics';
import type { Outcomes } from './strategic';
import { haveSameLevels, hitsIn, movedIn, only, statesIn } from './strategic';
import type { VerifiedRound } from './verified';

/** A line of a drawing: what it is called in short, and a value for each asking. */
export interface Line {
  key: string;
  label: string;
  values: (number | undefined)[];
}

interface Asking {
  round: VerifiedRound;
  of: Outcomes;
}

/** The askings of each set that have the levels of its last one. */
function bySet(rounds: readonly VerifiedRound[]): { set: QuestionSet; askings: Asking[] }[] {
  const all = rounds.flatMap((round) => statesIn(round).map((of) => ({ round, of })));
  return [...new Set(all.map(({ of }) => of.asked.set.id))].flatMap((id) => {
    const own = all.filter(({ of }) => of.asked.set.id === id);
    const last = own.at(-1);
    if (last === undefined) return [];
    return [{ set: last.of.asked.set, askings: own.filter(({ of }) => haveSameLevels(of, last.of)) }];
  });
}

export interface Moving {
  line: Line;
  title: string;
  /** In levels. */
  median: number;
  under: Moving[];
}

/** The part above the two lowest levels: so a line that rises is for the better. */
const aboveLow = (counts: Counts) => {
  const low = shareOfLow(counts);
  return low === undefined ? undefined : 1 - low;
};

/** A group's id stands before its name. */
const shortOf = ({ label }: Row) => label.split(':')[0] ?? label;

function moving(before: Row[], after: Row[]): Moving[] {
  return after.flatMap((row, i) => {
    const old = before[i];
    const change = old && changeBetween(old.counts, row.counts);
    if (!change) return [];
    const line = { key: row.key, label: shortOf(row), values: [aboveLow(old.counts), aboveLow(row.counts)] };
    return [{ line, title: row.label, median: change.median, under: moving(old.children ?? [], row.children ?? []) }];
  });
}

/** Of each set what was asked twice at least, as it was answered the last two times: group by group, with what lies under each. */
export const askedTwice = (rounds: readonly VerifiedRound[]): { title: string; moved: Moving[] }[] =>
  bySet(rounds).flatMap(({ set, askings }) => {
    const [then, now] = [new Map<string, Counts>(), new Map<string, Counts>()];
    for (const { id } of set.questions) {
      const [before, last] = askings
        .flatMap(({ of }) => (of.counts.has(id) ? [of.counts.get(id) ?? []] : []))
        .slice(-2);
      if (!before || !last) continue;
      then.set(id, before);
      now.set(id, last);
    }
    const asked = { set: only(set, now) };
    return now.size === 0 ? [] : [{ title: set.title, moved: moving(rowsOf(asked, then), rowsOf(asked, now)) }];
  });

/** Of two years the last two askings say as much. */
const fewest_years = 3;
const most_years = 6;

/** Of each function the outcomes that were asked in every year in which any of it was. */
export const byYear = (rounds: readonly VerifiedRound[]): { title: string; years: number[]; lines: Line[] }[] =>
  bySet(rounds).flatMap(({ set, askings }) => {
    const years = [...new Set(askings.map(({ round }) => yearOf(round.opens)))].slice(-most_years);
    if (years.length < fewest_years) return [];
    const inYear = years.map((year) => {
      const those = askings.filter(({ round }) => yearOf(round.opens) === year);
      return new Map(those.flatMap(({ of }) => [...of.counts]));
    });
    return [{ title: set.title, years, lines: linesOf(set, inYear) }];
  });

function linesOf(set: QuestionSet, inYear: ReadonlyMap<string, Counts>[]): Line[] {
  const outermost = [...new Set(set.questions.flatMap((question) => groupsAround(set, question)[0]?.id ?? []))];
  return outermost.flatMap((label) => {
    const ids = set.questions.filter((question) => groupsAround(set, question)[0]?.id === label).map(({ id }) => id);
    const asking = inYear.filter((year) => ids.some((id) => year.has(id)));
    const always = ids.filter((id) => asking.every((year) => year.has(id)));
    const values = inYear.map((year) =>
      aboveLow(summed(always.flatMap((id) => (year.has(id) ? [year.get(id) ?? []] : [])))),
    );
    return asking.length < 2 || always.length === 0 ? [] : [{ key: label, label, values }];
  });
}

/** As many as there is room for on a phone. */
const most_quarters = 4;

interface Quarterly {
  opens: string[];
  lines: Line[];
}

function quarterly<Of>(
  rounds: readonly VerifiedRound[],
  of: (round: VerifiedRound) => Of[],
  lineOf: (one: Of) => { label: string; value: number },
): Quarterly | undefined {
  const asked = rounds
    .map((round) => ({ round, found: of(round).map(lineOf) }))
    .filter(({ found }) => found.length > 0);
  const shown = asked.slice(-most_quarters);
  if (shown.length < 2) return undefined;
  const labels = [...new Set(shown.flatMap(({ found }) => found.map(({ label }) => label)))];
  const valueOf = (label: string) => (one: (typeof shown)[number]) =>
    one.found.find((own) => own.label === label)?.value;
  return {
    opens: shown.map(({ round }) => round.opens),
    lines: labels.map((label) => ({ key: label, label, values: shown.map(valueOf(label)) })),
  };
}

export const movementByQuarter = (rounds: readonly VerifiedRound[]) =>
  quarterly(rounds, movedIn, ({ question, net }) => ({ label: question.id, value: net }));

export const eventsByQuarter = (rounds: readonly VerifiedRound[]) =>
  quarterly(rounds, hitsIn, ({ harm, organizations }) => ({ label: harm, value: organizations }));
