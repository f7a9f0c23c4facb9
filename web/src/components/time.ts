// Between what a date field holds (local time of the viewer, or of a stated zone) and the record's UTC times.

import { formatter } from './formatters';

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

/** Minutes by which a zone is ahead of UTC at a time. */
export function offsetMinutes(time: Date, zone: string): number {
  const parts = formatter('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((there - Math.floor(time.getTime() / 1000) * 1000) / 60000);
}

/** The UTC time of a local date and time ("2026-03-01T09:30") in a zone. */
export function toUtc(local: string, zone: string): Date {
  const asIfUtc = new Date(`${local}:00.000Z`);
  const first = new Date(asIfUtc.getTime() - offsetMinutes(asIfUtc, zone) * 60000);
  // Once more with the offset that holds at the answer: the two differ around a change of clocks.
  return new Date(asIfUtc.getTime() - offsetMinutes(first, zone) * 60000);
}

/**
 * The instants at which a clock in that zone shows this local time ("2026-10-25T02:30"), in their order: one, or two where the clocks go back over it,
 * or none where they go forward over it.
 */
export function instantsOf(local: string, zone: string): Date[] {
  const asIfUtc = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(asIfUtc)) return [];
  const around = [-day_ms, day_ms].map((away) => offsetMinutes(new Date(asIfUtc + away), zone));
  return [...new Set(around.map((offset) => asIfUtc - offset * minute_ms))]
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant))
    .filter((instant) => toLocal(instant, zone) === local);
}

/** What a date field shows for a time in a zone. */
export function toLocal(time: Date, zone: string): string {
  return new Date(time.getTime() + offsetMinutes(time, zone) * 60000).toISOString().slice(0, 16);
}

let reader = { offset: NaN, zone: '' };
/** Asked for anew only where the clocks of this device are others than before: lists ask for each of their times. */
export function viewerZone(): string {
  const offset = new Date().getTimezoneOffset();
  if (offset !== reader.offset) reader = { offset, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return reader.zone;
}
export const zones = () => Intl.supportedValuesOf('timeZone');
export const isoOf = (date: Date) => date.toISOString();
/** Midnight of a date field ("2026-03-01") in the viewer's zone. */
export const startOfDay = (date: string) => toUtc(`${date}T00:00`, viewerZone());

/** No zone is further from UTC, nor does any clock change by more. */
const furthest_ms = 26 * 60 * minute_ms;

/**
 * The end of a day ("2027-06-30") in a zone, its 24:00: from that instant on the date there is a later one. So it is one instant, also where the clocks
 * change at midnight and 24:00 does not exist or comes twice.
 */
export function endOfDay(day: string, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + day_ms;
  let [before, after] = [midnight - furthest_ms, midnight + furthest_ms];
  while (after - before > minute_ms) {
    const between = before + Math.floor((after - before) / 2 / minute_ms) * minute_ms;
    if (toLocal(new Date(between), zone).slice(0, 10) > day) after = between;
    else before = between;
  }
  return new Date(after);
}

/** The day so many days before another. */
export const daysBefore = (day: string, count: number) =>
  new Date(Date.parse(day) - count * day_ms).toISOString().slice(0, 10);

/** Monday is 1, Sunday 7. */
const isoWeekday = (day: string) => ((new Date(day).getUTCDay() + 6) % 7) + 1;

/** The day after which so many days have passed, of those on which somebody works; `rest` are weekdays on which nobody does. */
export function workingDaysAfter(day: string, count: number, rest: readonly number[]): string {
  if (rest.length >= 7) return day;
  let [found, left] = [day, count];
  while (left > 0) {
    found = daysBefore(found, -1);
    if (!rest.includes(isoWeekday(found))) left -= 1;
  }
  return found;
}

/** A day begins when the one before ends. */
export const beginningOfDay = (day: string, zone: string) => endOfDay(daysBefore(day, 1), zone);

/** The day ("2027-06-30") in a zone that goes on until a time: where it is the end of a day, that day. */
export const dayUntil = (time: Date, zone: string) => toLocal(new Date(time.getTime() - 1), zone).slice(0, 10);

export const isEndOfDay = (time: Date, zone: string) =>
  endOfDay(dayUntil(time, zone), zone).getTime() === time.getTime();

/** How the clocks change within two hours of a time, so that a person who reads it off a clock is told. */
export function clocksChange(time: Date, zone: string): 'forward' | 'back' | undefined {
  const offset = (ms: number) => offsetMinutes(new Date(time.getTime() + ms), zone);
  const change = offset(120 * minute_ms) - offset(-120 * minute_ms);
  if (change === 0) return undefined;
  return change > 0 ? 'forward' : 'back';
}
