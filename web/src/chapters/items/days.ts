// Days as people write them. A day that can be read in two ways is not guessed: whoever brought it is asked once which comes first.

export type Order = 'day-first' | 'month-first';

/** What a cell says: a day such as 2027-06-30, one of two days, or none that can be read. */
type ReadDay = { kind: 'day'; day: string; order?: Order } | { kind: 'either' } | { kind: 'unreadable' };

const unreadable: ReadDay = { kind: 'unreadable' };

function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const whole = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return whole ? at.toISOString().slice(0, 10) : undefined;
}

/** `order`: what whoever brought it said. */
export function readDay(cell: string, order?: Order): ReadDay {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(cell);
  if (iso) return one(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(cell);
  if (!parts) return unreadable;
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const dayFirst = dayOf(year, second, first);
  // With dots the day comes first everywhere.
  if (parts[2] === '.') return one(dayFirst);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst === monthFirst) return one(dayFirst);
  if (dayFirst && monthFirst)
    return order ? one(order === 'day-first' ? dayFirst : monthFirst, order) : { kind: 'either' };
  const only: Order = dayFirst ? 'day-first' : 'month-first';
  // One that can't be what was said of all is a slip.
  return order && order !== only ? unreadable : one(dayFirst ?? monthFirst, only);
}

const one = (day: string | undefined, order?: Order): ReadDay =>
  day === undefined ? unreadable : { kind: 'day', day, ...(order ? { order } : {}) };
