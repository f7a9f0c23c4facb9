// Meetings, by their title or place, the latest first.
import { fits } from '../../components/fits';
import { dayIn } from '../../components/formatters';
import type { Finder } from '../chapter';
import { meetingsQuery } from './queries';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(meetingsQuery)).meetings
    .filter(({ details }) => fits(text, details?.title, details?.place))
    .sort((a, b) => b.starts.localeCompare(a.starts))
    .map(({ id, details, starts, time_zone }) => ({
      label: details?.title ?? '',
      hint: [dayIn(new Date(starts), 'en', time_zone, false), details?.place].filter(Boolean).join(' · '),
      to: `/meetings/${id}`,
    }));
