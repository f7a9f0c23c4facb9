import { describe, expect, it } from 'vitest';

import { requestOf } from './request';

const head = { size: 3, root: 'r' };
const asked = (after?: string) =>
  JSON.parse(
    requestOf({ person: 7, head, command: { type: 'end-absence' }, ...(after === undefined ? {} : { after }) }),
  ) as { asked_at: string };
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

describe('a request', () => {
  it('says who asks for what, when, in which community, and what of the record was seen', () => {
    const { asked_at, ...rest } = asked();
    expect(rest).toEqual({ community: 'ccop', person: 7, head, command: { type: 'end-absence' } });
    expect(asked_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
  it('is later than the one before, even within a millisecond', () => {
    const times = Array.from({ length: 20 }, () => asked().asked_at);
    expect(new Set(times).size).toBe(20);
    expect([...times].sort()).toEqual(times);
  });
  it('is later than what the host knows of, but not by days at its word', () => {
    const soon = inMinutes(1);
    expect(asked(soon).asked_at > soon).toBe(true);
    const nextWeek = inMinutes(7 * 24 * 60);
    expect(asked(nextWeek).asked_at < inMinutes(6)).toBe(true);
    expect(asked('not a time').asked_at < inMinutes(6)).toBe(true);
  });
});
