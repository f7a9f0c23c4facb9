import { describe, expect, it } from 'vitest';

import { offsetMinutes, toLocal, toUtc } from './time';

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
