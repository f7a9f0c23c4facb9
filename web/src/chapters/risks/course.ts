// How Members' rating of a risk goes on from asking to asking.
import type { Asking } from './useRatings';

/** The median of its scores at each asking that this device verified, the last one last. */
export const courseOf = (risk: number, askings: readonly Asking[]): { round: Asking['round']; value: number }[] =>
  askings.flatMap(({ round, of }) => {
    const rating = of.get(risk);
    return rating ? [{ round, value: rating.score.median }] : [];
  });
