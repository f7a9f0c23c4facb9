// How risks are put in order: by the band of how often and the band of how bad together. Bands grow by about the same factor from one to the
// next, so a step of either is worth a step of the other; the sum is a place in an order, and no amount.
import type { VerifiedRound } from '../exposure/shared';
import { answered, median, middleHalf, placeOf, questionsOf, tableOf } from '../exposure/shared';
import type { Bands } from './text';
import { most_bands as bands } from './vocabulary';

/** From the rarest and least. */
export const scoreOf = ({ frequency, impact }: Bands) => frequency + impact;
export const least_score = 2;
export const most_score = 2 * bands;
const scores = most_score - least_score + 1;

/** How strong the ground of each score is, from the least. */
const grounds = [1, 1, 2, 2, 3, 4, 4, 5, 5];
export const heatOf = (one: Bands) => grounds[scoreOf(one) - least_score] ?? 1;

/** How Members rate a risk: who skipped it is not counted. */
export interface Rating {
  /** A row for each band of frequency, with a cell for each of impact. */
  table: number[][];
  answered: number;
  score: { median: number; from: number; to: number };
  /** The median of either; where it lies between two bands, the higher. */
  bands: Bands;
}

/** Of the answers to its question, row by row; nothing where nobody answered, or the bands were others. */
export function ratingOf(counts: readonly number[]): Rating | undefined {
  if (counts.length !== bands * bands) return undefined;
  const table = tableOf(counts, bands);
  const byScore = Array.from({ length: scores }, (_, sum) =>
    answered(table.map((row, frequency) => row[sum - frequency] ?? 0)),
  );
  const [middle, half] = [median(byScore), middleHalf(byScore)];
  const frequency = median(table.map(answered));
  const impact = median(table.map((_, column) => answered(table.map((row) => row[column] ?? 0))));
  if (!middle || !half || !frequency || !impact) return undefined;
  const said = (at: typeof middle) => placeOf(at) + least_score;
  return {
    table,
    answered: answered(counts),
    score: { median: said(middle), from: said(half.from), to: said(half.to) },
    bands: { frequency: frequency.upper + 1, impact: impact.upper + 1 },
  };
}

/** By which the set that rates risks is known from all others. */
export const rating_set = 'risks';
const first_number = 1;
/** "RISK-7": the question of a risk, in every version. */
export const ratingQuestion = (risk: number) => `RISK-${risk + first_number}`;

/** By the ids of the risks. */
export function ratingsIn({ asks, counts }: Pick<VerifiedRound, 'asks' | 'counts'>): Map<number, Rating> {
  const ratings = asks.asked
    .filter(({ set }) => set.id === rating_set)
    .flatMap(questionsOf)
    .flatMap(({ id }): [number, Rating][] => {
      const number = Number(/^RISK-(\d+)$/.exec(id)?.[1] ?? 0);
      const rating = ratingOf(counts.get(id) ?? []);
      return number >= first_number && rating ? [[number - first_number, rating]] : [];
    });
  return new Map(ratings);
}
