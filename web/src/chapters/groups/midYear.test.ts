import { describe, expect, it } from 'vitest';

import { heldOn, nextMidYear } from './midYear';

describe('mid-year', () => {
  const of = (now: string, zone = 'Europe/Zurich', day = '06-30') =>
    nextMidYear(day, zone, new Date(now)).toISOString();
  it('is the end of the charter’s day in its zone', () =>
    expect(of('2026-11-29T09:00:00Z')).toBe('2027-06-30T22:00:00.000Z'));
  it('is of today until today is over there, and then of the next year', () => {
    expect(of('2027-06-30T21:59:59Z')).toBe('2027-06-30T22:00:00.000Z');
    expect(of('2027-06-30T22:00:00Z')).toBe('2028-06-30T22:00:00.000Z');
  });
  it('is of the year that it is there', () =>
    expect(of('2026-12-31T12:00:00Z', 'Pacific/Auckland', '12-31')).toBe('2027-12-31T11:00:00.000Z'));
});

describe('a kickoff was held', () => {
  const proposed = '2026-11-20T10:00:00.000Z';
  const on = (day: string, now: string) => heldOn(day, 'Europe/Zurich', proposed, new Date(now)).toISOString();
  it('by the end of its day', () => expect(on('2026-11-25', '2026-11-29T09:00:00Z')).toBe('2026-11-25T23:00:00.000Z'));
  it('and not in the future, by clocks that differ a little', () =>
    expect(on('2026-11-29', '2026-11-29T09:00:00Z')).toBe('2026-11-29T08:58:00.000Z'));
  it('and not before the group was proposed', () => expect(on('2026-11-20', '2026-11-20T10:00:30Z')).toBe(proposed));
});
