import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import {
  daysFrom,
  firstDayAfter,
  hasOpenDay,
  likeThose,
  nextFreeDay,
  nextMorning,
  noticeDueBy,
  spanOf,
} from './layout';

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

describe('a session that is added', () => {
  const zone = 'Europe/Rome';
  const session = (starts: string, ends: string) => ({ starts, ends });
  const threeDays = { starts: '2027-03-23T08:00:00.000Z', ends: '2027-03-25T16:00:00.000Z', time_zone: zone };
  const first = session('2027-03-23T08:00:00.000Z', '2027-03-23T16:00:00.000Z');
  const second = session('2027-03-24T08:00:00.000Z', '2027-03-24T11:00:00.000Z');
  it('begins on the first day that has none, in the working hours there', () => {
    expect(nextFreeDay({ ...threeDays, sessions: [] })).toEqual(first);
    expect(nextFreeDay({ ...threeDays, sessions: [first] })).toEqual(
      session('2027-03-24T08:00:00.000Z', '2027-03-24T16:00:00.000Z'),
    );
    expect(nextFreeDay({ ...threeDays, sessions: [first, second] }).starts).toBe('2027-03-25T08:00:00.000Z');
  });
  it('takes what is left of the last day where each has one', () => {
    const oneDay = { ...second, ends: '2027-03-24T16:00:00.000Z', time_zone: zone };
    expect(nextFreeDay({ ...oneDay, sessions: [second] })).toEqual(
      session('2027-03-24T11:00:00.000Z', '2027-03-24T16:00:00.000Z'),
    );
  });
  it('lasts as long as a meeting of a night, and of one that is full', () => {
    const night = { starts: '2027-03-24T19:00:00.000Z', ends: '2027-03-24T22:00:00.000Z', time_zone: zone };
    expect(nextFreeDay({ ...night, sessions: [] })).toEqual(session(night.starts, night.ends));
    expect(nextFreeDay({ ...night, sessions: [night] })).toEqual(session(night.starts, night.ends));
  });
});

describe('a meeting that nobody has given a time', () => {
  it('begins at nine of the next day on which somebody works', () => {
    const friday = new Date('2027-03-26T12:00:00Z');
    expect(nextMorning(friday, 'Europe/Rome', 2)).toEqual({
      starts: new Date('2027-03-29T07:00:00.000Z'), // the clocks changed on Sunday
      ends: new Date('2027-03-29T09:00:00.000Z'),
    });
    expect(nextMorning(friday, 'Europe/Rome', 2, [7]).starts).toEqual(new Date('2027-03-27T08:00:00.000Z'));
  });
});

it('notice is due so many days before the first one', () => expect(noticeDueBy('2027-03-02', 30)).toBe('2027-01-31'));
it('a day of the executive session alone is no open one', () => {
  expect(hasOpenDay([])).toBe(false);
  expect(hasOpenDay([{ kind: 'executive' }])).toBe(false);
  expect(hasOpenDay([{ kind: 'executive' }, { kind: 'open' }])).toBe(true);
});
