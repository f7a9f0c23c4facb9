import { describe, expect, it } from 'vitest';

import { Log } from '../testing/log';
import { openNote } from './note';

const log = new Log(['a', 'b', 'c']);
const note = log.note();
const root = Buffer.from(log.root, 'base64url').toString('base64');

describe('a checkpoint', () => {
  it('is opened by the key that signed it', async () => {
    expect(await openNote(note, log.key)).toEqual({
      origin: 'localhost/c/ccop/log',
      size: 3,
      root: new Uint8Array(Buffer.from(log.root, 'base64url')),
    });
  });
  it('is opened where others signed it, too', async () =>
    expect((await openNote(`${note}\u2014 witness.example AAAAAAAA\n`, log.key))?.size).toBe(3));
  it.each([
    ['another size', note.replace('\n3\n', '\n4\n')],
    ['another root', note.replace(root, Buffer.alloc(32).toString('base64'))],
    ['another log', note.replaceAll('localhost', 'elsewhere')],
    ['more text', note.replace('\n\n', '\nmore\n\n')],
    ['no signature', note.slice(0, note.indexOf('\u2014'))],
    ['half a signature', note.slice(0, -20)],
    ['a signature that is no base64', note.replace(/ [^ ]+\n$/, ' !!!\n')],
    ['nothing', ''],
  ])('with %s is not', async (_, changed) => expect(await openNote(changed, log.key)).toBeUndefined());
  it('is opened by no other key', async () => {
    expect(await openNote(note, new Log().key)).toBeUndefined();
    for (const key of ['', 'localhost/c/ccop/log', 'localhost/c/ccop/log+00000000+AQ==', `${log.key}!`])
      expect(await openNote(note, key), key).toBeUndefined();
  });
  it('writes its size in one way', async () => {
    for (const size of ['03', '3.0', '1e1', ' 3', '-3', '0x3', '99999999999999999999']) {
      const signed = log.signed(`localhost/c/ccop/log\n${size}\n${root}\n`);
      expect(await openNote(signed, log.key), size).toBeUndefined();
    }
    expect((await openNote(log.signed(`localhost/c/ccop/log\n3\n${root}\n`), log.key))?.size).toBe(3);
  });
  it('has a root of 32 bytes', async () =>
    expect(await openNote(log.signed('localhost/c/ccop/log\n3\nAAAA\n'), log.key)).toBeUndefined());
});
