// The charter's next mid-year (clause 6.8): the end of its day in its zone.
import { endOfDay, toLocal } from '../../components/time';

/** `day` is MM-DD. Of today, where that is the day, and it is not over. */
export function nextMidYear(day: string, zone: string, now: Date): Date {
  const year = Number(toLocal(now, zone).slice(0, 4));
  const [first, second] = [year, year + 1].map((one) => endOfDay(`${one}-${day}`, zone)) as [Date, Date];
  return first > now ? first : second;
}

/** A clock may be off by this much before anybody is told (api/clock.ts). */
const unnoticed_ms = 120_000;

/** When a kickoff of some day is said to have been held: at the day's end, but not yet to come and not before the group was proposed. */
export function heldOn(day: string, zone: string, proposed: string, now: Date): Date {
  const latest = Math.min(endOfDay(day, zone).getTime(), now.getTime() - unnoticed_ms);
  return new Date(Math.max(latest, Date.parse(proposed)));
}
