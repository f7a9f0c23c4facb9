// Meetings, by their title or place, the latest first.
import { fits } from '../../components/fits';
import { toLocal } from '../../components/time';
import type { Finder } from '../chapter';
import { meetingsQuery } from './queries';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(meetingsQuery)).meetings
    .filter(({ details }) => fits(text, details?.title, details?.place))
    .sort((a, b) => b.starts.localeCompare(a.starts))
    .map(({ id, details, starts, time_zone }) => ({
      label: details?.title ?? '',
      hint: [toLocal(new Date(starts), time_zone).slice(0, 10), details?.place].filter(Boolean).join(' · '),
      to: `/meetings/${id}`,
    }));
