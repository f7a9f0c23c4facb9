// Between what a date field holds (local time of the viewer, or of a stated zone) and the record's UTC times.

/** Minutes by which a zone is ahead of UTC at a time. */
export function offsetMinutes(time: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
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

/** What a date field shows for a time in a zone. */
export function toLocal(time: Date, zone: string): string {
  return new Date(time.getTime() + offsetMinutes(time, zone) * 60000).toISOString().slice(0, 16);
}

export const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
export const zones = () => Intl.supportedValuesOf('timeZone');
export const isoOf = (date: Date) => date.toISOString();
/** Midnight of a date field ("2026-03-01") in the viewer's zone. */
export const startOfDay = (date: string) => toUtc(`${date}T00:00`, viewerZone());
