// Where the own seat stands among the totals: computed here, of totals that all are given alike.
import type { Asks } from './asks';
import { placedIn } from './asks';
import type { Counted, Given } from './paper';
import { answersTo } from './paper';
import { pairsOf } from './pairs';
import type { Asked } from './questionSet';
import { questionsOf } from './questionSet';
import { levelsOf, rowsOf, titleOf } from './rows';
import { median, middleHalf, placeOf, positionOf } from './statistics';

type CountsById = Counted['counts'];

interface Strip {
  key: string;
  label: string;
  from: number;
  median: number;
  to: number;
  own?: number;
}

/** As if the own seat were all. */
function alone({ asked, paper }: { asked: Asked; paper: Asks['paper'] }, given: Given): CountsById {
  const one = questionsOf(asked).map((question): [string, number[]] => {
    const chosen = given[question.id] ?? [];
    return [question.id, answersTo(question, paper).map((name) => (chosen.includes(name) ? 1 : 0))];
  });
  return new Map(one);
}

/** For each set whose questions have the same levels: where the middle half and the median of each group lie, and the own median. */
export function stripsOf({ asked, paper }: Asks, counts: CountsById, given: Given) {
  return asked.flatMap((one) => {
    const levels = levelsOf(one, paper);
    if (levels === undefined) return [];
    const own = rowsOf(one, alone({ asked: one, paper }, given));
    const strips = rowsOf(one, counts).flatMap(({ key, label, counts: all }, i): Strip[] => {
      const [half, middle] = [middleHalf(all), median(all)];
      if (!half || !middle) return [];
      const mine = median(own[i]?.counts ?? []);
      const place = { from: placeOf(half.from), median: placeOf(middle), to: placeOf(half.to) };
      return [{ key, label, ...place, ...(mine ? { own: placeOf(mine) } : {}) }];
    });
    return [{ set: one.set, levels, strips }];
  });
}

/** Of each question that was answered with one level: how many percent of the answers are at it or below, as a range. */
export const placesOf = (asks: Asks, counts: CountsById, given: Given) =>
  placedIn(asks).flatMap(({ question }) => {
    const [own] = given[question.id] ?? [];
    const names = answersTo(question, asks.paper);
    const level = names.indexOf(own ?? '');
    const place =
      level < 0 || question.choose.max > 1 || pairsOf(names)
        ? undefined
        : positionOf(level, counts.get(question.id) ?? []);
    return own === undefined || !place ? [] : [{ id: question.id, title: titleOf(question), own, ...place }];
  });
