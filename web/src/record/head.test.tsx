import { render, screen } from '@testing-library/react';
import { get } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Log } from '../testing/log';
import { answersTo, asked, keepsRecord, No, timesAsked } from '../testing/server';
import { checkedHead, useRecordBroke } from './head';

let log: Log;
const broke = { key: 'record-does-not-continue' };
const shows = (head: unknown) => answersTo('GET /api/log/head', head);

beforeEach(async () => {
  log = keepsRecord(new Log(['a', 'b', 'c']));
});

describe('the head of the record', () => {
  it('is taken as it is at the first visit, and the first key with it', async () => {
    expect(await checkedHead()).toEqual({ head: { size: 3, root: log.root }, logKey: log.key });
  });
  it('follows the record as it grows', async () => {
    await checkedHead();
    for (const entry of ['d', 'e', 'f', 'g', 'h']) {
      log.entries.push(entry);
      expect((await checkedHead()).head).toEqual({ size: log.entries.length, root: log.root });
    }
    expect((await checkedHead()).head.size).toBe(8);
  });
  it('is signed by the key that the one before signed for', async () => {
    await checkedHead();
    for (let changes = 0; changes < 2; changes += 1) {
      log.changeKey();
      expect(await checkedHead()).toEqual({ head: { size: log.entries.length, root: log.root }, logKey: log.key });
    }
  });
  it('is not kept where none could be had, and the next one is asked for from the same place', async () => {
    await checkedHead();
    shows(new No(503, 'server-failed'));
    await expect(checkedHead()).rejects.toMatchObject({ problem: { key: 'server-failed' } });
    keepsRecord(log).entries.push('d');
    expect((await checkedHead()).head.size).toBe(4);
  });
});

it('where the browser keeps nothing, no head is taken', async () => {
  const denied = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(denied);
  await expect(checkedHead()).rejects.toMatchObject({ key: 'nothing-is-kept-here' });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(denied);
  await expect(checkedHead()).rejects.toMatchObject({ key: 'nothing-is-kept-here' });
});

describe('a record that does not continue the one that was seen', () => {
  const answers: [string, () => unknown][] = [
    ['a fork of the same size', () => log.headFrom(3, ['a', 'b', 'C'])],
    ['a longer fork, with the fork’s own proof', () => log.headFrom(3, ['a', 'b', 'C', 'd', 'e'])],
    [
      'a longer fork, with a proof of the true record',
      () => ({
        ...log.headFrom(3, ['a', 'b', 'c', 'd']),
        checkpoint: log.note(['a', 'b', 'C', 'd']),
      }),
    ],
    ['an older state', () => log.headFrom(0, ['a', 'b'])],
    ['an empty one', () => log.headFrom(0, [])],
    ['a longer one without a proof', () => ({ ...log.headFrom(3, ['a', 'b', 'c', 'd']), consistency: [] })],
    ['the same one with a proof too many', () => ({ ...log.headFrom(3), consistency: [log.root] })],
    ['another key, which signed it', () => new Log(['a', 'b', 'c']).headFrom(3)],
    ['another key, said to be the first', () => ({ ...log.headFrom(3), log_key: new Log().key })],
    [
      'the first key, and a signature of another',
      () => ({ ...log.headFrom(3), checkpoint: new Log(['a', 'b', 'c']).note() }),
    ],
    [
      'another key, for which another signed',
      () => {
        const other = new Log(['a', 'b', 'c']);
        other.changeKey();
        return { ...other.headFrom(3), log_key: log.key };
      },
    ],
    [
      'another key, for which nobody signed',
      () => {
        log.changeKey();
        const told = log.headFrom(3);
        return { ...told, key_changes: told.key_changes.map((one) => ({ ...one, signature: 'A'.repeat(86) })) };
      },
    ],
    [
      'another key, signed for at another place',
      () => {
        log.changeKey();
        const told = log.headFrom(3);
        return {
          ...told,
          key_changes: told.key_changes.map((one) => ({ ...one, change: { ...one.change, after: 9 } })),
        };
      },
    ],
    ['no signature', () => ({ ...log.headFrom(3), checkpoint: log.note().split('\u2014')[0] })],
    ['a changed note', () => ({ ...log.headFrom(3), checkpoint: log.note().replace('\n3\n', '\n4\n') })],
    ['what is no proof', () => ({ ...log.headFrom(3), consistency: ['!'] })],
    ['what is no note', () => ({ ...log.headFrom(3), checkpoint: 7 })],
  ];
  it.each(answers)('%s: it is refused, now and after', async (_, told) => {
    await checkedHead();
    shows(told());
    await expect(checkedHead()).rejects.toMatchObject(broke);
    // A host that shows the right one again has shown the other.
    keepsRecord(log);
    const before = timesAsked('GET /api/log/head');
    await expect(checkedHead()).rejects.toMatchObject(broke);
    expect(timesAsked('GET /api/log/head')).toBe(before);
  });
  it('is told while it stands, with what the host signed kept as evidence', async () => {
    const Told = () => <p>{useRecordBroke() ? 'broken' : 'sound'}</p>;
    await checkedHead();
    render(<Told />);
    expect(screen.getByText('sound')).toBeTruthy();
    const fork = log.headFrom(3, ['a', 'b', 'C']);
    shows(fork);
    await expect(checkedHead()).rejects.toMatchObject(broke);
    expect(await screen.findByText('broken')).toBeTruthy();
    expect(await get('record/ccop')).toMatchObject({ head: { size: 3, root: log.root }, evidence: { told: fork } });
  });
  it('has the host told of the newest head that it signed, once by each page', async () => {
    await checkedHead();
    const note = log.note();
    shows(log.headFrom(0, ['a', 'b']));
    await expect(checkedHead()).rejects.toMatchObject(broke);
    await expect(checkedHead()).rejects.toMatchObject(broke);
    const told = asked.filter(({ what }) => what === 'POST /api/log/seen');
    expect(told.map(({ body }) => body)).toEqual([{ checkpoint: note }]);
  });
  it('is noticed at the first visit where nobody signed it', async () => {
    shows({ ...log.headFrom(0), checkpoint: 'x' });
    await expect(checkedHead()).rejects.toMatchObject(broke);
  });
});

it('a key that was handed over signs no more, not even what continues the record', async () => {
  const old = log.headFrom(3, ['a', 'b', 'c', 'another key', 'e']);
  await checkedHead();
  log.changeKey();
  await checkedHead();
  // What the old key signs of a record that grew, with a proof from what this device saw.
  const consistency = log.headFrom(4, ['a', 'b', 'c', 'another key', 'e']).consistency;
  shows({ ...old, consistency });
  await expect(checkedHead()).rejects.toMatchObject(broke);
});
