// When a silence procedure can end at the earliest, so that its form begins with a deadline that is allowed.
import type { Schemas } from '../../api/client';
import { offsetMinutes, toUtc, workingDaysAfter } from '../../components/time';

const evening = 'T17:00';

const dayAt = (time: Date, offset: number) => new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 10);

/** How many working days the charter gives it. */
export const workingDaysFor = ({ purpose }: Schemas['Motion'], periods: Schemas['CharterPeriods']) =>
  purpose === 'release' ? periods.release_working_days : periods.silence_working_days;

/**
 * The evening of the first day in a zone on which so many working days have passed, the first of them tomorrow. The rules count on the calendar that the
 * clocks show at the deadline.
 */
export function earliestDeadline(now: Date, zone: string, workingDays: number, rest: readonly number[]): string {
  const deadline = (offset: number) => workingDaysAfter(dayAt(now, offset), Math.max(1, workingDays), rest) + evening;
  const near = deadline(offsetMinutes(now, zone));
  return deadline(offsetMinutes(toUtc(near, zone), zone));
}
