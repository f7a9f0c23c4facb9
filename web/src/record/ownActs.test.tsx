import { beforeEach, describe, expect, it } from 'vitest';

import { canonical } from '../acts/message';
import { Log, pathTo } from '../testing/log';
import { answersTo, keepsRecord, No } from '../testing/server';
import { lookAgain, ownActs, watch } from './ownActs';

const request = canonical({ community: 'ccop', person: 7, command: { type: 'end-absence' } });
const signature = { session: { key: 'k', signature: 's' } };
const entryOf = (asked: string) => canonical({ at: 'now', request: JSON.parse(asked) as object });
const act = { seq: 2, request, signature };
let log: Log;

/** The server keeps these entries, and shows any of them with its proof. */
function keeps(entries: string[]) {
  log = keepsRecord(new Log(entries));
  showsEntry();
}
function showsEntry() {
  answersTo('GET /api/record/2', (_: unknown, query: URLSearchParams) => {
    const size = Number(query.get('size'));
    const proof = pathTo(2, log.entries.slice(0, size)).map((hash) => hash.toString('base64'));
    return { seq: 2, entry: log.entries[2], proof, checkpoint: log.note(), log_key: log.key };
  });
}
const watched = () => watch(act, [0, 0]);

beforeEach(() => keeps(['founding', 'another', entryOf(request), 'later']));

describe('what was signed', () => {
  it('and stands in the record is kept here no longer', async () => {
    await watched();
    expect(await ownActs()).toEqual([]);
  });
  it('and is nowhere there is missed, and kept with its signature', async () => {
    keeps(['founding', 'another']);
    await watched();
    expect(await ownActs()).toEqual([{ ...act, at: expect.any(String) as string, lost: true }]);
  });
  it.each([
    ['another act under its number', ['founding', 'another', entryOf(request.replace('7', '8')), 'later']],
    ['no entry that can be read under its number', ['founding', 'another', 'nothing', 'later']],
  ])('and has %s is missed', async (_, entries) => {
    keeps(entries);
    await watched();
    expect((await ownActs())[0]?.lost).toBe(true);
  });
  it('and is shown, but not in the tree that this device checked, is missed', async () => {
    keeps(['founding', 'another', 'something else', 'later']);
    answersTo('GET /api/record/2', () => ({ seq: 2, entry: entryOf(request), proof: [], checkpoint: '', log_key: '' }));
    await watched();
    expect((await ownActs())[0]?.lost).toBe(true);
  });
  it('is looked for again at the next visit, where the server did not tell', async () => {
    answersTo('GET /api/record/2', new No(403, 'only-seats-read-this'));
    await watched();
    expect((await ownActs()).map(({ lost }) => lost)).toEqual([undefined]);
    showsEntry();
    await lookAgain();
    expect(await ownActs()).toEqual([]);
  });
});
