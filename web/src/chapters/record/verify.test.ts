import { describe, expect, it } from 'vitest';

import { fromBase64, toBase64url } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { openNote } from '../../record/note';
import { leafHash, verifyInclusion } from '../../record/tree';
import { verifyEntry } from './verify';

// The tree of RFC 6962's published test vectors, and the audit paths that go with it.
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const root8 = hex('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
const path0of8 = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
].map(hex);

describe('the inclusion proof', () => {
  it('holds for the entry, the place and the root that it was made for', () => {
    expect(verifyInclusion(leafHash(''), 0, 8, path0of8, root8)).toBe(true);
  });
  it('holds for nothing else', () => {
    expect(verifyInclusion(leafHash('x'), 0, 8, path0of8, root8)).toBe(false);
    expect(verifyInclusion(leafHash(''), 1, 8, path0of8, root8)).toBe(false);
    expect(verifyInclusion(leafHash(''), 0, 7, path0of8.slice(1), root8)).toBe(false);
    expect(verifyInclusion(leafHash(''), 8, 8, path0of8, root8)).toBe(false);
  });
});

// A checkpoint that the program wrote: the founding of a community.
const key = 'localhost/c/ccop/log+f4dbf781+AVCv2Noc8FQIfewdldp/lTM8CdqVAqlaDotzESRRaAPt';
const note =
  'localhost/c/ccop/log\n1\nt2vu+B5wXw7Oa9jgl1Po1zAUadQtakZKeaPyza+kmPQ=\n\n\u2014 localhost/c/ccop/log 9Nv3gZvHwvyau5SfG6mmNNcB7UH+miIq0UcQsCtMdpDb39SR3Piffc5hBYvGBV5iyIITFB2IzJHLvVju39XkrWswgQg=\n';

describe('the checkpoint', () => {
  it('is opened by the key that signed it', async () => expect((await openNote(note, key))?.size).toBe(1));
  it('is not opened once it was changed', async () =>
    expect(await openNote(note.replace('\n1\n', '\n2\n'), key)).toBeUndefined());
  it('makes an entry that is not in the tree unsound', async () =>
    expect((await verifyEntry({ seq: 0, entry: '{}', proof: [], checkpoint: note, log_key: key })).included).toBe(
      false,
    ));
});

describe('the hash of content', () => {
  it('is the one that the server computes', () =>
    // SHA-256 of "ccop-content-v1", 0x10, sixteen times "s", "{}"
    expect(contentHash(new Uint8Array(16).fill(0x73), '{}')).toBe('eliGvNVNOFZHpFc3dDQMnjRjIIFyAnuIEC6AlCaQ5i4'));
  it('reads its own base64url', () => expect(toBase64url(fromBase64('-_8'))).toBe('-_8'));
});
