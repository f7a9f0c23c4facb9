// How long it is until an item is due, in days of the charter's zone: what is due on a day may be done until that day ends there.
import type { Schemas } from '../../api/client';
import { dayUntil, toLocal } from '../../components/time';

type Item = Schemas['Item'];

const day_ms = 24 * 60 * 60 * 1000;

/** Whether something is still to be done. */
export const isOpen = ({ state }: Pick<Item, 'state'>) => state !== 'done' && state !== 'dropped';

export const isOverdue = (item: Pick<Item, 'state' | 'due'>, now: Date) =>
  isOpen(item) && item.due !== null && Date.parse(item.due) <= now.getTime();

type Remaining = { kind: 'left' | 'over'; days: number } | { kind: 'today' };

export function remaining(due: string, zone: string, now: Date): Remaining {
  const at = new Date(due);
  const today = toLocal(now, zone).slice(0, 10);
  const days = Math.round((Date.parse(dayUntil(at, zone)) - Date.parse(today)) / day_ms);
  // A time within a day, which a program may have set, passes before that day ends.
  if (at <= now) return { kind: 'over', days: Math.max(0, -days) };
  return days <= 0 ? { kind: 'today' } : { kind: 'left', days };
}
