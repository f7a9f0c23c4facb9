// From when on a review looks: since the last session, or since a day that the address says.
import { beginningOfDay, toLocal } from '../../components/time';
import { readDay } from './days';

export interface Search {
  /** As it is written, so that what is no day can be named. */
  since?: string;
}

/** Of an address, which may say anything. */
export function searchOf({ since }: Record<string, unknown>): Search {
  // What looks like a number comes as one.
  const said = typeof since === 'number' ? String(since) : since;
  return typeof said === 'string' && said !== '' ? { since: said } : {};
}

export type Since =
  /** Null where there was no session. */
  | { kind: 'session'; at: string | null }
  | { kind: 'day'; day: string; at: string }
  | { kind: 'to-come'; day: string }
  | { kind: 'no-day'; said: string };

/** A day begins in the charter's zone. */
export function sinceOf({ since: said }: Search, session: string | null, zone: string, now: Date): Since {
  if (said === undefined) return { kind: 'session', at: session };
  const read = readDay(said);
  if (read.kind !== 'day') return { kind: 'no-day', said };
  const { day } = read;
  if (day > toLocal(now, zone).slice(0, 10)) return { kind: 'to-come', day };
  return { kind: 'day', day, at: beginningOfDay(day, zone).toISOString() };
}
