import { beforeEach, expect, it } from 'vitest';

import { edgeOf, Log, pathTo } from '../../testing/log';
import { answersTo, keepsRecord } from '../../testing/server';
import { leafHash } from '../../record/tree';
import { countRoom } from './room';

const entry = (...acts: object[]) => JSON.stringify({ acts });
const entered = (person: number, organization?: number, session = 7) =>
  entry({ type: 'session-entered', session, person, organization });
const voted = (motion: number, choice: number) => entry({ type: 'vote-cast', motion, choice });
const changed = (motion: number, from: number, choice: number) =>
  entry({ type: 'vote-changed', motion, before: from, choice });
const before = ['founding', 'charter', entry({ type: 'session-opened', session: 7 })];
const opened = 2;

let log: Log;
let page: number;

/** Shows the record as it is, or with entries that `lie` changes. */
function shows(lie: (entries: string[]) => string[] = (entries) => entries) {
  answersTo('GET /api/record/sessions/7', (_: unknown, query: URLSearchParams) => {
    const from = Number(query.get('from') ?? opened);
    const size = Number(query.get('size'));
    return {
      first: from,
      edge: edgeOf(log.entries.slice(0, from)).map((hash) => hash.toString('base64url')),
      entries: lie(log.entries.slice(opened, size)).slice(from - opened, from - opened + page),
    };
  });
}

beforeEach(() => {
  page = 1000;
  log = keepsRecord(
    new Log([
      ...before,
      entered(1, 10),
      entered(2, 11),
      entered(3),
      entry({ type: 'comment-made' }),
      voted(4, 0),
      entered(9, 19, 8),
      voted(4, 2),
      voted(5, 1),
      entry({ type: 'session-left', session: 7, person: 2 }),
      entered(2, 11),
    ]),
  );
  shows();
});
const motions = [
  { id: 4, recorded: false, options: [] },
  { id: 5, recorded: true, options: [] },
];
const counted = { acts: 7, people: 3, seats: 2, motions: [{ motion: 4, votes: [1, 0, 1] }] };

it('what happened is counted from the acts of this room, recorded votes left out', async () => {
  expect(await countRoom(7, motions)).toEqual(counted);
});
it('a vote that was changed counts as what it is now, and the change as an act of the room', async () => {
  log = keepsRecord(new Log([...log.entries, changed(4, 0, 1), changed(5, 1, 0), changed(4, 2, 0)]));
  shows();
  expect(await countRoom(7, motions)).toEqual({ ...counted, acts: 9, motions: [{ motion: 4, votes: [1, 1, 0] }] });
});
it('it is read in parts', async () => {
  page = 3;
  expect(await countRoom(7, motions)).toEqual(counted);
});
it('acts that are sealed for the reader are those of other rooms', async () => {
  const at = log.entries.indexOf(entered(9, 19, 8)) - opened;
  const sealed = `{"sealed":"${Buffer.from(leafHash(entered(9, 19, 8))).toString('base64url')}"}`;
  shows((entries) => entries.map((one, i) => (i === at ? sealed : one)));
  expect(await countRoom(7, motions)).toEqual(counted);
});
it.each([
  ['leaves an act out', (entries: string[]) => entries.filter((_, i) => i !== 1)],
  ['changes a vote', (entries: string[]) => entries.map((one) => (one === voted(4, 2) ? voted(4, 0) : one))],
  ['adds an act', (entries: string[]) => [...entries, entered(77, 70)]],
  ['puts acts in another order', (entries: string[]) => [...entries].reverse()],
  ['shows nothing', () => []],
])('nothing is counted where the server %s', async (_, lie) => {
  shows(lie);
  await expect(countRoom(7, motions)).rejects.toMatchObject({ key: 'room-is-not-told' });
});
it('nothing is counted where the tree before is another one', async () => {
  answersTo('GET /api/record/sessions/7', () => ({
    first: opened,
    edge: pathTo(0, ['a', 'b']).map((hash) => hash.toString('base64url')),
    entries: log.entries.slice(opened),
  }));
  await expect(countRoom(7, motions)).rejects.toMatchObject({ key: 'room-is-not-told' });
});
