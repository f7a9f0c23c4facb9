// What days a symposium has: open ones, and the last for the executive session (clause 6.3); or the same as another one had.
import type { Schemas } from '../../api/client';
import { daysBefore, isoOf, toLocal, toUtc } from '../../components/time';

type Session = Schemas['MeetingSession'];

export interface Planned {
  kind: Session['kind'];
  title: string;
  starts: string;
  ends: string;
}

const from = '09:00';
const until = '17:00';

const dayAfter = (day: string, count: number) => daysBefore(day, -count);
const dayIn = (time: string, zone: string) => toLocal(new Date(time), zone).slice(0, 10);
const at = (day: string, clock: string, zone: string) => isoOf(toUtc(`${day}T${clock}`, zone));

/** The first Tuesday that leaves this many days for notice. */
export function firstDayAfter(now: Date, notice: number, zone: string): string {
  const tuesday = 2;
  const earliest = dayAfter(dayIn(isoOf(now), zone), notice);
  const weekday = new Date(earliest).getUTCDay();
  return dayAfter(earliest, (tuesday - weekday + 7) % 7);
}

/** So many open days from the first one on, and then the executive day. */
export function daysFrom(first: string, open: number, zone: string, title: (day: number) => string): Planned[] {
  return Array.from({ length: open + 1 }, (_, i) => ({
    kind: i === open ? ('executive' as const) : ('open' as const),
    title: title(i),
    starts: at(dayAfter(first, i), from, zone),
    ends: at(dayAfter(first, i), until, zone),
  }));
}

/** The sessions of another meeting, on the days from `first` on, at the same hours of the clock there. */
export function likeThose(other: Schemas['Meeting'], first: string, zone: string): Planned[] {
  const began = Date.parse(dayIn(other.starts, other.time_zone));
  const moved = (time: string) => {
    const [day = '', clock = ''] = toLocal(new Date(time), other.time_zone).split('T');
    return at(dayAfter(first, Math.round((Date.parse(day) - began) / 86_400_000)), clock, zone);
  };
  return other.sessions.map(({ kind, title, starts, ends }) => ({
    kind,
    title: title ?? '',
    starts: moved(starts),
    ends: moved(ends),
  }));
}

/** When a meeting of these sessions begins and ends. */
export const spanOf = (sessions: Planned[]) => ({
  starts: sessions.map(({ starts }) => starts).sort()[0] ?? '',
  ends:
    sessions
      .map(({ ends }) => ends)
      .sort()
      .at(-1) ?? '',
});
