// Meetings, by their title or place, the latest first; and planning one.
import { fits } from '../../components/fits';
import { dayIn } from '../../components/formatters';
import type { Acts, Finder } from '../chapter';
import { meetingsQuery } from './queries';
import { planMeeting } from './toForms';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(meetingsQuery)).meetings
    .filter(({ details }) => fits(text, details?.title, details?.place))
    .sort((a, b) => b.starts.localeCompare(a.starts))
    .map(({ id, details, starts, time_zone }) => ({
      label: details?.title ?? '',
      hint: [dayIn(new Date(starts), 'en', time_zone, false), details?.place].filter(Boolean).join(' · '),
      to: `/meetings/${id}`,
    }));

export const acts: Acts = async (queryClient, t) => {
  const { may } = await queryClient.ensureQueryData(meetingsQuery);
  return may.includes('plan-meeting') ? [{ label: t('meeting.plan'), to: '/meetings', hash: planMeeting }] : [];
};
