// How duties are put together to be read: by when they are due, and those of many seats as one.
import type { Schemas } from '../../api/client';

type Duty = Schemas['Duty'];

/** Duties that are the same but for the seat that owes them. */
export interface DutyGroup {
  duty: Duty;
  seats: string[];
}

export type Span = 'overdue' | 'soon' | 'later' | 'undated';

const soon = 30 * 24 * 3600 * 1000;

/** When it is due, seen from `now` in milliseconds. */
export function inTime({ by }: Pick<Duty, 'by'>, now: number): Span {
  if (!by) return 'undated';
  const left = Date.parse(by) - now;
  if (left < 0) return 'overdue';
  return left < soon ? 'soon' : 'later';
}

/** In the order of the first of each. */
export function inGroups(duties: Duty[]): DutyGroup[] {
  const groups = new Map<string, DutyGroup>();
  duties.forEach((duty, i) => {
    const { person, motion, election, group } = duty.about;
    const alike = duty.seat && !person ? JSON.stringify([duty.kind, duty.by, motion, election, group]) : `${i}`;
    const known = groups.get(alike);
    if (known && duty.seat) known.seats.push(duty.seat);
    else groups.set(alike, { duty, seats: duty.seat ? [duty.seat] : [] });
  });
  return [...groups.values()];
}
