import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Meetings } from './Meetings';

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const meeting = (id: number, title: string, from: number, more: object = {}) => ({
  id,
  kind: 'ad-hoc',
  state: 'published',
  details: { title, place: 'Here', description: '' },
  starts: at(from),
  ends: at(from + 1),
  time_zone: 'UTC',
  live: false,
  ...more,
});
const titles = async () =>
  within(await screen.findByRole('table', { name: 'Meetings' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the meetings', () => {
  it('open on what is coming, the next first, whatever its year', async () => {
    const meetings = [
      meeting(1, 'Last week', -7),
      meeting(2, 'In a year', 400),
      meeting(3, 'Tomorrow', 1),
      meeting(4, 'Called off', 3, { state: 'cancelled' }),
      meeting(5, 'Running over', -3, { live: true }),
    ];
    answersTo('GET /api/meetings', { meetings, may: [] });
    show(<Meetings />);
    expect(await titles()).toEqual(['Running over', 'Tomorrow', 'In a year']);
    await userEvent.click(screen.getByText('All years'));
    expect(await titles()).toEqual(['In a year', 'Called off', 'Tomorrow', 'Running over', 'Last week']);
  });
  it('open on the year of the last where none is coming', async () => {
    answersTo('GET /api/meetings', { meetings: [meeting(1, 'Long ago', -800), meeting(2, 'Then', -400)], may: [] });
    show(<Meetings />);
    expect(await titles()).toEqual(['Then']);
  });
});

describe('whoever sees no meeting', () => {
  const me = { person: 1, has_seat: false, is_guest: false };
  it('for want of a seat reads what is missing, and whom to ask', async () => {
    answersTo('GET /api/meetings', { meetings: [], may: [] });
    answersTo('GET /api/me', { ...me, secretary: { name: 'Sam', email: 'sam@example.org' } });
    show(<Meetings />);
    const told = await screen.findByTestId('no-seat');
    expect(told.textContent).toContain('the record of your appointment');
    expect(told.textContent).toContain('Ask the Secretary, Sam');
    expect(within(told).getByRole('link').getAttribute('href')).toBe('mailto:sam@example.org');
  });
  it('and holds one, reads that there is none', async () => {
    answersTo('GET /api/meetings', { meetings: [], may: [] });
    answersTo('GET /api/me', { ...me, has_seat: true });
    show(<Meetings />);
    expect(await screen.findByText('No meeting yet.')).toBeTruthy();
    expect(screen.queryByTestId('no-seat')).toBeNull();
  });
});
