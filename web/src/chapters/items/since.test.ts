import { describe, expect, it } from 'vitest';

import { zone } from '../../testing/workPlan';
import { searchOf, sinceOf } from './since';

const session = '2026-10-01T12:00:00.000Z';
// The 30th has begun in Geneva.
const now = new Date('2026-11-29T23:30:00Z');
const of = (since?: string) => sinceOf(since === undefined ? {} : { since }, session, zone, now);

describe('a review looks', () => {
  it('since the last session, where nothing is said', () => {
    expect(of()).toEqual({ kind: 'session', at: session });
    expect(sinceOf({}, null, zone, now)).toEqual({ kind: 'session', at: null });
  });
  it('since the beginning of a day in the charter’s zone', () => {
    expect(of('2026-10-01')).toEqual({ kind: 'day', day: '2026-10-01', at: '2026-09-30T22:00:00.000Z' });
    expect(of('2026-10-26')).toMatchObject({ at: '2026-10-25T23:00:00.000Z' });
    expect(of('2026-11-30')).toMatchObject({ at: '2026-11-29T23:00:00.000Z' });
  });
  it('at nothing since a day to come', () => expect(of('2026-12-01')).toEqual({ kind: 'to-come', day: '2026-12-01' }));
  it.each(['2026-02-31', 'yesterday', '06/07/2026', '2026'])('at nothing since %s', (said) =>
    expect(of(said)).toEqual({ kind: 'no-day', said }),
  );
});

it('an address is read with patience', () => {
  expect(searchOf({ since: '2026-10-01' })).toEqual({ since: '2026-10-01' });
  expect(searchOf({ since: 2026 })).toEqual({ since: '2026' });
  expect(searchOf({ since: '' })).toEqual({});
  expect(searchOf({ since: ['2026-10-01'], more: 1 })).toEqual({});
});
