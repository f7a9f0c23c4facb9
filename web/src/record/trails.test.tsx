import { beforeEach, describe, expect, it } from 'vitest';

import { Device, entryOf } from '../testing/device';
import { Log, pathTo } from '../testing/log';
import { keepsRecord } from '../testing/server';
import { checkedHead } from './head';
import type { SignedEntry } from './history';
import { history } from './history';
import { included, mustBeSigned } from './trails';

const [ada, bo] = [new Device('ada'), new Device('bo')];
const vote = { person: 1, command: { type: 'cast-ballot', election: 0 } };
let log: Log;

const proved = (seq: number) => ({
  seq,
  entry: log.entries[seq] ?? '',
  proof: pathTo(seq, log.entries).map((hash) => hash.toString('base64url')),
});
const enrolment = (device: Device, person: number) =>
  entryOf([device.enrolled(person)], { person, command: { type: 'enrol-passkey' } });
const acted = (act: object, at?: string) => entryOf([act], { person: 4, command: { type: 'other' } }, at);

/** An entry that the record has next. */
function adds(entry: string): number {
  log.entries.push(entry);
  return log.entries.length - 1;
}
/** One that was signed when the record had all that it has. */
const signed = (by: Device, request = vote, key = log.key): SignedEntry => ({
  seq: log.entries.length,
  at: '',
  acts: [],
  request,
  signature: by.signature(request, key),
});
const holds = async (...entries: SignedEntry[]) => mustBeSigned(entries, await history());

beforeEach(() => {
  log = keepsRecord(new Log(['founding', enrolment(ada, 1), enrolment(bo, 2), 'later']));
});

describe('what was signed', () => {
  it('by a passkey that the record enrolled for its person holds', async () => {
    await expect(holds(signed(ada))).resolves.toBeUndefined();
  });
  it.each([
    ['by nobody', () => ({ ...signed(ada), signature: {} })],
    ["by another's passkey", () => signed(bo)],
    ['by a passkey of the same name that nobody enrolled', () => signed(new Device('ada'))],
    ['for another record', () => signed(ada, vote, 'another')],
    ['otherwise', () => ({ ...signed(ada), request: { person: 1, command: { type: 'close-election' } } })],
    ['before the passkey was enrolled', () => ({ ...signed(ada), seq: 1 })],
  ])('%s is refused', async (_, entry) => {
    await expect(holds(signed(ada), entry())).rejects.toThrow('election-is-not-signed');
  });
});

describe('a passkey that has ended', () => {
  const word = (as_secretary: boolean, at: string) =>
    acted({ type: 'recovery-confirmed', person: 1, link_key: 'link', confirmed_by: 4, as_secretary }, at);
  const [first, inTime, late] = ['2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-09T00:00:00.000Z'];

  it('holds for what was signed before, and for nothing after it', async () => {
    const before = signed(ada);
    adds('between');
    adds(acted({ type: 'passkey-removed', person: 1, credential: 'ada' }));
    const after = signed(ada);
    await expect(holds(before)).resolves.toBeUndefined();
    await expect(holds(after)).rejects.toThrow('election-is-not-signed');
  });
  it('holds again once it is enrolled again', async () => {
    adds(acted({ type: 'passkey-removed', person: 1, credential: 'ada' }));
    adds(enrolment(ada, 1));
    await expect(holds(signed(ada))).resolves.toBeUndefined();
  });
  it('ended with the first one after a recovery, as those that were lost do', async () => {
    adds(word(true, first));
    adds(word(false, inTime));
    adds(enrolment(new Device('new'), 1));
    await expect(holds(signed(ada))).rejects.toThrow('election-is-not-signed');
    await expect(holds(signed(bo, { ...vote, person: 2 }))).resolves.toBeUndefined();
  });
  it.each([
    ['has one word', () => adds(word(true, first))],
    ['lapsed before the second word', () => [word(true, first), word(false, late)].map(adds)],
    [
      'gave way to another link',
      () =>
        [word(true, first), word(false, inTime), acted({ type: 'enrolment-offered', person: 1, link_key: 'x' })].map(
          adds,
        ),
    ],
  ])('did not end by a recovery that %s', async (_, happens) => {
    happens();
    adds(enrolment(new Device('new'), 1));
    await expect(holds(signed(ada))).resolves.toBeUndefined();
  });
});

it('reads entries that are in the tree, and no others', async () => {
  const { head } = await checkedHead();
  expect(included([proved(1)], head)[0]).toMatchObject({ seq: 1, request: { person: 1 } });
  for (const lie of [
    { ...proved(1), seq: 2 },
    { ...proved(1), entry: `${proved(1).entry} ` },
    { ...proved(1), proof: [] },
  ])
    expect(() => included([lie], head)).toThrow('election-is-not-told');
});
