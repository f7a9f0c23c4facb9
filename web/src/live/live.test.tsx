import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Follower } from './follower';
import type { Shows } from './shows';
import { isConcerned } from './shows';
import { newsOf } from './useLive';

describe('a change', () => {
  const shows: Shows = { decisions: 'all', meetings: [4] };
  it('concerns what shows all of its chapter, or the thing that it is about', () => {
    expect(isConcerned(shows, [{ chapter: 'decisions', id: 9 }])).toBe(true);
    expect(isConcerned(shows, [{ chapter: 'meetings', id: 4 }])).toBe(true);
    expect(isConcerned(shows, [{ chapter: 'meetings' }])).toBe(true);
  });
  it('does not concern what shows other chapters, or another thing', () => {
    expect(isConcerned(shows, [{ chapter: 'people' }])).toBe(false);
    expect(isConcerned(shows, [{ chapter: 'meetings', id: 5 }])).toBe(false);
    expect(isConcerned(shows, [])).toBe(false);
  });
  it('that is unknown concerns everything but what shows nothing of the record', () => {
    expect(isConcerned(shows, undefined)).toBe(true);
    expect(isConcerned(undefined, [{ chapter: 'people' }])).toBe(true);
    expect(isConcerned('everything', [{ chapter: 'work-plan', id: 1 }])).toBe(true);
    expect(isConcerned('nothing', undefined)).toBe(false);
  });
});

describe('an event', () => {
  it('tells the size, and what changed where the server says it', () => {
    expect(newsOf('{"size":3}')).toEqual({ size: 3 });
    expect(newsOf('{"size":3,"changed":[{"chapter":"decisions","id":4},{"chapter":"people"}]}')).toEqual({
      size: 3,
      changed: [{ chapter: 'decisions', id: 4 }, { chapter: 'people' }],
    });
  });
  it('whose changes can not be made out is about anything', () => {
    expect(newsOf('{"size":3,"changed":[{"part":"people"}]}')).toEqual({ size: 3 });
    expect(newsOf('{"size":3,"changed":"people"}')).toEqual({ size: 3 });
    expect(newsOf('{"changed":[]}')).toBeUndefined();
    expect(newsOf('not JSON')).toBeUndefined();
  });
});

describe('what is shown', () => {
  const read = { motions: 0, people: 0 };
  let queryClient: QueryClient;
  let follower: Follower;
  const ends: (() => void)[] = [];
  const watch = (key: keyof typeof read, shows: Shows) => {
    const queryFn = () => Promise.resolve(++read[key]);
    ends.push(new QueryObserver(queryClient, { queryKey: [key], queryFn, meta: { shows } }).subscribe(() => undefined));
  };
  beforeEach(async () => {
    vi.useFakeTimers();
    queryClient = new QueryClient();
    follower = new Follower(queryClient);
    Object.assign(read, { motions: 0, people: 0 });
    watch('motions', { decisions: 'all' });
    watch('people', { people: 'all' });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 1, people: 1 });
  });
  afterEach(() => {
    ends.splice(0).forEach((end) => end());
    vi.useRealTimers();
  });

  it('is read again where an event concerns it, and nowhere else', async () => {
    follower.take({ size: 5, changed: [{ chapter: 'decisions', id: 1 }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 2, people: 1 });
  });
  it('is read again where something beside the record changed, which is as long as before', async () => {
    watch('people', { floor: [2], speakers: [4] });
    follower.take({ size: 5, changed: [] });
    await vi.advanceTimersByTimeAsync(0);
    Object.assign(read, { motions: 0, people: 0 });
    follower.take({ size: 5, changed: [{ chapter: 'decisions' }, { chapter: 'floor', id: 2 }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 0, people: 1 });
    follower.take({ size: 5, changed: [{ chapter: 'floor', id: 3 }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 0, people: 1 });
    follower.take({ size: 5, changed: [{ chapter: 'speakers', id: 4 }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 0, people: 2 });
  });
  it('is all read again where an event does not say what changed', async () => {
    follower.take({ size: 5 });
    follower.take(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(read.motions).toBeGreaterThan(1);
    expect(read.people).toBeGreaterThan(1);
  });
  it('is read once after an act of one’s own whose event came before its receipt', async () => {
    follower.hearing(true);
    follower.take({ size: 5, changed: [{ chapter: 'decisions' }] });
    await follower.upTo(4);
    expect(read).toEqual({ motions: 2, people: 1 });
  });
  it('is read once after an act of one’s own whose event comes after its receipt', async () => {
    follower.hearing(true);
    const done = follower.upTo(4);
    await vi.advanceTimersByTimeAsync(100);
    expect(read).toEqual({ motions: 1, people: 1 });
    follower.take({ size: 5, changed: [{ chapter: 'decisions' }] });
    await done;
    expect(read).toEqual({ motions: 2, people: 1 });
  });
  it('is read without waiting while no events come, and not again for an event that is late', async () => {
    const done = follower.upTo(4);
    await vi.advanceTimersByTimeAsync(0);
    await done;
    expect(read).toEqual({ motions: 2, people: 2 });
    follower.take({ size: 5 });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 2, people: 2 });
  });
  it('is read in the end where the event is lost', async () => {
    follower.hearing(true);
    const done = follower.upTo(4);
    await vi.advanceTimersByTimeAsync(1499);
    expect(read.motions).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(read).toEqual({ motions: 2, people: 2 });
  });
  it('is read again for what others did in the meantime', async () => {
    await Promise.all([follower.upTo(4), vi.advanceTimersByTimeAsync(0)]);
    follower.take({ size: 6, changed: [{ chapter: 'people' }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toEqual({ motions: 2, people: 3 });
  });
});
