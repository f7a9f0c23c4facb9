// What this device finds of what it watches for, where it stops, and what it asks for.
import { keys as keptKeys } from 'idb-keyval';
import { beforeEach, expect, it } from 'vitest';

import { forgetPeople } from '../../acts/own';
import { answersTo, asked } from '../../testing/server';
import { watchedFor } from './watched';
import { emptyList } from './watchList';
import { goOnLooking, look, mostValues, seeAll, watchFor, watchHere } from './watching';

const list = { ...emptyList, domains: ['who.example'], networks: ['198.51.100.0/24'] };
const object = (id: string, ...values: string[]) => ({
  id: `indicator--${id}`,
  title: id,
  marking: 'amber',
  added: '2026-03-01T09:00:00.000Z',
  values: values.map((value) => ({ kind: /^\d/.test(value) ? 'address' : 'domain', value })),
});

/** What was shared, of which each page has one object. */
let shared: ReturnType<typeof object>[] = [];
const pages: string[] = [];

beforeEach(async () => {
  await forgetPeople();
  goOnLooking();
  shared = [];
  pages.length = 0;
  answersTo('GET /api/exchange/values', (_: unknown, query: URLSearchParams) => {
    pages.push(query.toString());
    const at = Number(query.get('after') ?? 0);
    return {
      objects: shared.slice(at, at + 1),
      next: String(Math.min(at + 1, shared.length)),
      more: at + 1 < shared.length,
    };
  });
});
const found = async () => ((await look(3))?.met ?? []).map(({ entry, value, isNew }) => [entry, value, isNew]);

it('finds what is met, the newest first, and goes on where it stopped', async () => {
  shared = [
    object('a', 'login.who.example', 'notwho.example'),
    object('b', '203.0.113.7'),
    object('c', '198.51.100.7'),
  ];
  await watchFor(3, list);
  const first = [
    ['198.51.100.0/24', '198.51.100.7', true],
    ['who.example', 'login.who.example', true],
  ];
  expect(await found()).toEqual(first);
  expect(pages.slice(1)).toEqual(['after=1', 'after=2']);
  shared.push(object('d', 'who.example'));
  await seeAll(3);
  expect(await found()).toEqual([
    ['who.example', 'who.example', true],
    ...first.map(([entry, value]) => [entry, value, false]),
  ]);
  expect(pages.slice(3)).toEqual(['after=3']);
});

it('begins thirty whole days before, and looks again where the list is another, without telling twice', async () => {
  shared = [object('a', 'who.example')];
  await watchFor(3, list);
  await look(3);
  expect(pages[0]).toMatch(/^since=\d{4}-\d\d-\d\dT00%3A00%3A00.000Z$/);
  await seeAll(3);
  await watchFor(3, { ...list, sectors: ['health'] });
  expect(await found()).toEqual([['who.example', 'who.example', false]]);
  expect(pages[1]).toBe(pages[0]);
});

it('stops after as many values as a visit has, and goes on when it is told to', async () => {
  const many = Array.from({ length: mostValues / 2 }, (_, i) => `${i}.example`);
  shared = [object('a', ...many), object('b', ...many), object('c', 'who.example')];
  await watchFor(3, list);
  expect(await look(3)).toMatchObject({ isBehind: true, met: [] });
  expect(pages).toHaveLength(2);
  await look(3);
  expect(pages).toHaveLength(2);
  goOnLooking();
  expect(await look(3)).toMatchObject({ isBehind: false, met: [{ value: 'who.example' }] });
});

it('asks for the same whatever is watched', async () => {
  shared = [object('a', 'who.example'), object('b', '198.51.100.7'), object('c', 'other.example')];
  await watchFor(3, list);
  await look(3);
  const first = asked.map(({ what, body }) => [what, body]);
  const firstPages = [...pages];
  pages.length = asked.length = 0;
  await forgetPeople();
  await watchFor(3, { ...emptyList, sectors: ['health'] });
  expect(await found()).toEqual([]);
  expect(asked.map(({ what, body }) => [what, body])).toEqual(first);
  expect(pages).toEqual(firstPages);
});

it('asks for nothing where nothing is watched, and keeps nothing once one signed out', async () => {
  expect(await look(3)).toBeNull();
  await watchFor(3, emptyList);
  await look(3);
  expect(pages).toEqual([]);
  expect(watchedFor()).toBeUndefined();
  await watchFor(3, list);
  expect(watchedFor()).toBe(3);
  await forgetPeople();
  expect(await watchHere(3)).toBeNull();
  expect((await keptKeys()).filter((place) => String(place).includes('watch'))).toEqual([]);
});

it('passes over nothing where the list becomes another one while it looks', async () => {
  shared = [object('a', '203.0.113.7')];
  await watchFor(3, list);
  const looking = look(3);
  await watchFor(3, { ...emptyList, networks: ['203.0.113.0/24'] });
  await looking;
  expect((await watchHere(3))?.next).toBeUndefined();
  expect(await found()).toEqual([['203.0.113.0/24', '203.0.113.7', true]]);
});
