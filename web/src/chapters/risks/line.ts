// A risk as a line of the register: what is written of it, and how it is rated, by Members where they did, else by its owner.
import type { Schemas } from '../../api/client';
import type { Rating } from './score';
import { scoreOf } from './score';
import type { Bands, RiskText } from './text';
import { readRisk } from './text';

export interface Line {
  risk: Schemas['RiskRow'];
  text: RiskText | undefined;
  rating: Rating | undefined;
}

export const linesOf = (risks: Schemas['RiskRow'][], ratings: ReadonlyMap<number, Rating> | undefined): Line[] =>
  risks.map((risk) => ({ risk, text: readRisk(risk.text), rating: ratings?.get(risk.id) }));

/** Where it stands on the matrix. */
export const placeOf = ({ text, rating }: Pick<Line, 'text' | 'rating'>): Bands | undefined =>
  rating?.bands ?? text?.bands;

/** By which it is put in order. */
export function orderOf({ text, rating }: Line): number | undefined {
  return rating?.score.median ?? (text?.bands && scoreOf(text.bands));
}

/** The highest score first; of the same the worse, then the older. What nobody rated comes last. */
export function byScore(one: Line, other: Line): number {
  const [a, b] = [orderOf(one), orderOf(other)];
  if (a !== b) return (b ?? -1) - (a ?? -1);
  return (placeOf(other)?.impact ?? 0) - (placeOf(one)?.impact ?? 0) || one.risk.id - other.risk.id;
}

/** From 1, as Members know it. */
export const numberOf = ({ id }: Pick<Schemas['RiskRow'], 'id'>) => id + 1;
