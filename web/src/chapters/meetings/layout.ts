// What days a symposium has: open ones, and the last for the executive session (clause 6.3); or the same as another one had.
import type { Schemas } from '../../api/client';
import { daysBefore, isoOf, toLocal, toUtc, workingDaysAfter } from '../../components/time';

type Session = Schemas['MeetingSession'];
type Spanned = Pick<Schemas['Meeting'], 'starts' | 'ends' | 'time_zone'> & {
  sessions: Pick<Session, 'starts' | 'ends'>[];
};

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

/** Where nothing is known of the charter yet. */
const weekend = [6, 7];

/** When a meeting would begin and end that nobody has given a time: the next day on which somebody works, from nine on. */
export function nextMorning(now: Date, zone: string, hours: number, rest: readonly number[] = weekend) {
  const starts = toUtc(`${workingDaysAfter(dayIn(isoOf(now), zone), 1, rest)}T${from}`, zone);
  return { starts, ends: new Date(starts.getTime() + hours * 3_600_000) };
}

/** From when until when a session would last that is added to a meeting: the working hours of its first day without one, or what is left of its last. */
export function nextFreeDay({ starts, ends, time_zone: zone, sessions }: Spanned): { starts: string; ends: string } {
  const last = dayIn(isoOf(new Date(Date.parse(ends) - 1)), zone);
  const taken = new Set(sessions.map((session) => dayIn(session.starts, zone)));
  let day = dayIn(starts, zone);
  while (taken.has(day) && day < last) day = dayAfter(day, 1);
  const within = (time: string) => (time < starts ? starts : time > ends ? ends : time);
  const those = sessions.filter((session) => dayIn(session.starts, zone) === day).map((session) => session.ends);
  const free = those.reduce((latest, end) => (end > latest ? end : latest), within(at(day, '00:00', zone)));
  const [begins, stops] = [at(day, from, zone), at(day, until, zone)].map(within);
  if (begins !== undefined && stops !== undefined && those.length === 0 && begins < stops)
    return { starts: begins, ends: stops };
  const evening = within(at(dayAfter(day, 1), '00:00', zone));
  return free < evening ? { starts: free, ends: evening } : { starts, ends };
}

/** Whether a symposium has a day for more than the executive session: guests and others who are invited come to no other. */
export const hasOpenDay = (sessions: Pick<Session, 'kind'>[]) => sessions.some(({ kind }) => kind !== 'executive');

/** The last day on which notice of a meeting can be given that begins on a day. */
export const noticeDueBy = (first: string, notice: number) => daysBefore(first, notice);

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
