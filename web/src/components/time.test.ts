import { describe, expect, it } from 'vitest';

import {
  beginningOfDay,
  clocksChange,
  dayUntil,
  daysBefore,
  endOfDay,
  instantsOf,
  isEndOfDay,
  offsetMinutes,
  toLocal,
  toUtc,
} from './time';

describe('a local time in a zone', () => {
  it('is the right instant in winter and in summer', () => {
    expect(toUtc('2026-01-15T09:00', 'Europe/Rome').toISOString()).toBe('2026-01-15T08:00:00.000Z');
    expect(toUtc('2026-07-15T09:00', 'Europe/Rome').toISOString()).toBe('2026-07-15T07:00:00.000Z');
    expect(toUtc('2026-07-15T09:00', 'Asia/Kathmandu').toISOString()).toBe('2026-07-15T03:15:00.000Z');
  });
  it('is right in the hours around a change of clocks', () => {
    expect(toUtc('2026-03-29T01:30', 'Europe/Rome').toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(toUtc('2026-03-29T03:30', 'Europe/Rome').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  it('comes back as it was', () =>
    expect(toLocal(toUtc('2026-11-24T17:45', 'America/New_York'), 'America/New_York')).toBe('2026-11-24T17:45'));
  it('knows zones of half an hour', () =>
    expect(offsetMinutes(new Date('2026-01-01T00:00:00Z'), 'Asia/Kolkata')).toBe(330));
});

describe('the instants of a local time', () => {
  const of = (local: string, zone: string) => instantsOf(local, zone).map((time) => time.toISOString());
  it('are one, on most days', () =>
    expect(of('2026-07-15T09:00', 'Asia/Kathmandu')).toEqual(['2026-07-15T03:15:00.000Z']));
  it('are none where the clocks go forward over it', () => {
    expect(of('2026-03-29T02:30', 'Europe/Rome')).toEqual([]);
    expect(of('2011-12-30T12:00', 'Pacific/Apia')).toEqual([]); // a day that never was
    expect(of('2026-03-29T01:59', 'Europe/Rome')).toHaveLength(1);
    expect(of('2026-03-29T03:00', 'Europe/Rome')).toHaveLength(1);
  });
  it('are two where they go back over it', () => {
    expect(of('2026-10-25T02:30', 'Europe/Rome')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(of('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2); // by half an hour
    expect(of('2026-10-25T03:00', 'Europe/Rome')).toHaveLength(1);
  });
  it('are none of what is no time', () => expect(of('', 'Europe/Rome')).toEqual([]));
});

describe('the end of a day in a zone', () => {
  it('is its 24:00, in winter and in summer', () => {
    expect(endOfDay('2027-01-31', 'Europe/Zurich').toISOString()).toBe('2027-01-31T23:00:00.000Z');
    expect(endOfDay('2027-06-30', 'Europe/Zurich').toISOString()).toBe('2027-06-30T22:00:00.000Z');
    expect(endOfDay('2027-06-30', 'Pacific/Kiritimati').toISOString()).toBe('2027-06-30T10:00:00.000Z');
  });
  it('is right on the days on which the clocks change', () => {
    expect(endOfDay('2027-03-28', 'Europe/Zurich').toISOString()).toBe('2027-03-28T22:00:00.000Z');
    expect(endOfDay('2027-10-31', 'Europe/Zurich').toISOString()).toBe('2027-10-31T23:00:00.000Z');
  });
  it('is the very change where that skips midnight', () => {
    const at = endOfDay('2027-04-29', 'Africa/Cairo'); // 24:00 is 01:00
    expect(at.toISOString()).toBe('2027-04-29T22:00:00.000Z');
    expect(clocksChange(at, 'Africa/Cairo')).toBe('forward');
  });
  it('is the first of two midnights, and the second of two last hours', () => {
    const azores = endOfDay('2026-10-24', 'Atlantic/Azores'); // 00:00 comes twice
    expect(azores.toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(clocksChange(azores, 'Atlantic/Azores')).toBe('back');
    expect(endOfDay('2018-02-17', 'America/Sao_Paulo').toISOString()).toBe('2018-02-18T03:00:00.000Z');
  });
  it('names the day that it ends, and no other time is one', () => {
    for (const day of ['2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29']) {
      expect(dayUntil(endOfDay(day, 'Europe/Zurich'), 'Europe/Zurich')).toBe(day);
      expect(isEndOfDay(endOfDay(day, 'Europe/Zurich'), 'Europe/Zurich')).toBe(true);
    }
    expect(isEndOfDay(new Date('2027-06-30T22:01:00Z'), 'Europe/Zurich')).toBe(false);
    expect(clocksChange(endOfDay('2027-06-30', 'Europe/Zurich'), 'Europe/Zurich')).toBeUndefined();
  });
});

it('a day begins when the one before ends, also where the clocks change then', () => {
  expect(beginningOfDay('2027-01-01', 'Europe/Zurich').toISOString()).toBe('2026-12-31T23:00:00.000Z');
  expect(beginningOfDay('2027-04-30', 'Africa/Cairo').toISOString()).toBe('2027-04-29T22:00:00.000Z');
  expect(daysBefore('2027-03-02', 3)).toBe('2027-02-27');
});
