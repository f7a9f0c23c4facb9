import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { daysFrom, firstDayAfter, likeThose, spanOf } from './layout';

describe('the first day of a symposium', () => {
  it.each([
    ['2026-11-30T08:00:00Z', 30, '2027-01-05'], // 30 December is a Wednesday
    ['2026-12-01T08:00:00Z', 28, '2026-12-29'], // a Tuesday itself
  ])('is a Tuesday that leaves the notice its days: %s and %d', (now, notice, day) =>
    expect(firstDayAfter(new Date(now), notice, 'Europe/Rome')).toBe(day),
  );
  it('is counted on the calendar of the place', () =>
    expect(firstDayAfter(new Date('2026-12-28T20:00:00Z'), 0, 'Pacific/Auckland')).toBe('2026-12-29'));
});

describe('the days of a symposium', () => {
  const days = daysFrom('2027-03-23', 2, 'Europe/Rome', (day) => `Day ${day + 1}`);
  it('are open, and the last is executive', () =>
    expect(days.map(({ kind, title }) => `${title} ${kind}`)).toEqual(['Day 1 open', 'Day 2 open', 'Day 3 executive']));
  it('begin at nine there', () => expect(days[0]?.starts).toBe('2027-03-23T08:00:00.000Z'));
  it('also on the day after the clocks changed', () =>
    expect(daysFrom('2027-03-28', 1, 'Europe/Rome', String)[1]?.starts).toBe('2027-03-29T07:00:00.000Z'));
  it('are what the meeting spans', () =>
    expect(spanOf(days)).toEqual({ starts: '2027-03-23T08:00:00.000Z', ends: '2027-03-25T16:00:00.000Z' }));
});

describe('a symposium like another', () => {
  const last = {
    starts: '2026-02-10T08:00:00.000Z',
    time_zone: 'Europe/Zurich',
    sessions: [
      { kind: 'open', title: 'Talks', starts: '2026-02-10T08:30:00.000Z', ends: '2026-02-10T16:00:00.000Z' },
      { kind: 'executive', title: null, starts: '2026-02-12T08:00:00.000Z', ends: '2026-02-12T12:00:00.000Z' },
    ],
  } as unknown as Schemas['Meeting'];
  it('has the same sessions on the same days of it, at the hours of its own place', () =>
    expect(likeThose(last, '2027-06-08', 'America/New_York')).toEqual([
      { kind: 'open', title: 'Talks', starts: '2027-06-08T13:30:00.000Z', ends: '2027-06-08T21:00:00.000Z' },
      { kind: 'executive', title: '', starts: '2027-06-10T13:00:00.000Z', ends: '2027-06-10T17:00:00.000Z' },
    ]));
});
