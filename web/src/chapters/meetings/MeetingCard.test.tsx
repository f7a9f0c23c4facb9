import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { MeetingCard } from './MeetingCard';
import './words';

const day = 86_400_000;
const meeting = (inDays: number): Schemas['MeetingHead'] => ({
  id: 4,
  kind: 'ad-hoc',
  state: 'published',
  details: { title: 'Council', place: 'Here', description: '' },
  starts: new Date(Date.now() + inDays * day + 60_000).toISOString(),
  ends: new Date(Date.now() + (inDays + 2) * day).toISOString(),
  time_zone: 'UTC',
  live: false,
  capacity: 20,
  confirmed: 0,
  commitment_minutes: 60,
  discretion_accepted: false,
  reason: null,
});

it('a meeting ahead says on which day of the week it is, and how long that is', async () => {
  show(<MeetingCard meeting={meeting(5)} />);
  const time = (await screen.findByText('Council')).closest('a')?.querySelector('time')?.textContent;
  expect(time).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/);
  expect(screen.getByText('in 5 days')).toBeTruthy();
});
it('one that has begun counts no days', async () => {
  show(<MeetingCard meeting={meeting(-1)} />);
  await screen.findByText('Council');
  expect(screen.queryByText(/yesterday|days? ago|hours? ago/)).toBeNull();
});
