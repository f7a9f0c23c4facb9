import { beforeEach, describe, expect, it } from 'vitest';

import { Log } from '../testing/log';
import { answersTo, asked, bundle, keepsRecord } from '../testing/server';
import { history } from './history';
import { leafHash } from './tree';

const entry = (type: string, more: object = {}) => JSON.stringify({ acts: [{ type, ...more }] });
const other = (i: number) => JSON.stringify({ acts: [{ type: 'comment-made' }], i });
const sealed = (one: string) => `{"sealed":"${Buffer.from(leafHash(one)).toString('base64url')}"}`;

let log: Log;
const last = 600;
const [removed, named] = [40, 530];
const bundles = () => asked.map(({ what }) => what).filter((what) => what.startsWith('GET /log/tile/'));
const places = async () => (await history()).map(({ seq }) => seq);

beforeEach(() => {
  const entries = Array.from({ length: last }, (_, i) => other(i));
  entries[0] = entry('community-founded', { charter: '' });
  entries[removed] = entry('passkey-removed');
  entries[named] = entry('election-officers-named');
  log = keepsRecord(new Log(entries));
});

describe('the whole record', () => {
  it('goes by once, and the next look goes on from there', async () => {
    expect(await places()).toEqual([0, removed, named]);
    expect(bundles()).toEqual(['000', '001', '002.p/88'].map((path) => `GET /log/tile/entries/${path}`));
    asked.length = 0;
    expect(await places()).toEqual([0, removed, named]);
    expect(bundles()).toEqual([]);
    log.entries.push(other(last), entry('trustee-replaced'));
    expect(await places()).toEqual([0, removed, named, last + 1]);
    expect(bundles()).toEqual(['GET /log/tile/entries/002.p/90']);
  });
  it.each([
    ['leaves an act out', (entries: string[]) => entries.filter((_, i) => i !== removed)],
    ['changes an act', (entries: string[]) => entries.map((one, i) => (i === removed ? other(i) : one))],
    ['adds an act', (entries: string[]) => [...entries.slice(0, 255), entry('passkey-removed')]],
    ['shows less', (entries: string[]) => entries.slice(0, 200)],
    ['shows nothing', () => []],
    [
      'seals what is no secret of a room',
      (entries: string[]) => entries.map((one, i) => (i === 40 ? sealed(one) : one)),
    ],
  ])('is refused where the server %s', async (_, lie) => {
    answersTo('GET /log/tile/entries/000', () => bundle(lie(log.entries.slice(0, 256))));
    await expect(history()).rejects.toThrow('election-is-not-told');
  });
  it('is refused where a bundle is cut off in an entry', async () => {
    answersTo('GET /log/tile/entries/000', async () => {
      const whole = await bundle(log.entries.slice(0, 256)).arrayBuffer();
      return new Response(whole.slice(0, -1));
    });
    await expect(history()).rejects.toThrow('election-is-not-told');
  });
  it('has sealed acts while a session is open, and never else', async () => {
    log.entries[100] = entry('session-opened', { session: 1 });
    log.entries[110] = entry('session-closed', { session: 1 });
    const seals = (at: number) =>
      answersTo('GET /log/tile/entries/000', () =>
        bundle(log.entries.slice(0, 256).map((one, i) => (i === at ? sealed(one) : one))),
      );
    seals(105);
    expect(await places()).toEqual([0, removed, 100, 110, named]);
    log.entries.push(entry('session-opened', { session: 2 }), other(1));
    log.entries.push(entry('session-closed', { session: 2 }), other(2));
    answersTo('GET /log/tile/entries/002.p/92', () => bundle([...log.entries.slice(512, 603), sealed(other(2))]));
    await expect(history()).rejects.toThrow('election-is-not-told');
    answersTo('GET /log/tile/entries/002.p/92', () =>
      bundle(log.entries.slice(512).map((one) => (one === other(1) ? sealed(one) : one))),
    );
    expect(await places()).toEqual([0, removed, 100, 110, named, 600, 602]);
  });
});
