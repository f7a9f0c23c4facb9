// When each item of an agenda is planned to begin.
import type { Schemas } from '../../api/client';

type Session = Schemas['MeetingSession'];

export const minute_ms = 60_000;

/** When each item begins, and when the last one ends, in milliseconds. */
export function beginnings({ starts, agenda }: Pick<Session, 'starts' | 'agenda'>): number[] {
  const times = [Date.parse(starts)];
  for (const { minutes } of agenda) times.push((times.at(-1) ?? 0) + minutes * minute_ms);
  return times;
}
