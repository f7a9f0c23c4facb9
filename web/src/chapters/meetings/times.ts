// From the clocks of a form to the times of a command.
import { instantOf, type Moment } from '../../components/Moment';
import { isoOf } from '../../components/time';

/** Throws where a clock shows no such time; the form's fields say so before it is sent. */
export function timesOf(starts: Moment, ends: Moment, zone: string) {
  const [from, until] = [starts, ends].map((moment) => instantOf(moment, zone));
  if (!from || !until) throw new Error('no such time there');
  return { starts: isoOf(from), ends: isoOf(until) };
}

/** The same within a meeting: what a field shows has no seconds, and may so begin before the meeting does. */
export function timesWithin(
  meeting: { starts: string; ends: string; time_zone: string },
  starts: Moment,
  ends: Moment,
) {
  const asked = timesOf(starts, ends, meeting.time_zone);
  const minute = 60_000;
  const near = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) < minute;
  return {
    starts: near(asked.starts, meeting.starts) ? meeting.starts : asked.starts,
    ends: near(asked.ends, meeting.ends) ? meeting.ends : asked.ends,
  };
}
