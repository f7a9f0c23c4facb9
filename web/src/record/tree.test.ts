import { describe, expect, it } from 'vitest';

import { edgeOf, proofFrom, rootOf } from '../testing/log';
import { rootAfter } from './edge';
import { leafHash, verifyConsistency } from './tree';

const most = 19;
const all = Array.from({ length: most }, (_, i) => `entry ${i}`);
const grown = (size: number, entries: string[]) => ({ size, root: new Uint8Array(rootOf(entries.slice(0, size))) });
const trees = Array.from({ length: most + 1 }, (_, size) => grown(size, all));
const treeOf = (size: number) => trees[size] ?? grown(size, all);
const proof = (from: number, to: number) => proofFrom(from, all.slice(0, to)).map((hash) => new Uint8Array(hash));
const pairs = Array.from({ length: most }, (_, to) =>
  Array.from({ length: to + 1 }, (_, from) => [from + 1, to + 1] as const),
).flat();
const other = new Uint8Array(32).fill(7);

// From the published vectors of RFC 6962: a tree of 8, and its first 6.
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const published = {
  older: { size: 6, root: hex('76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef') },
  newer: { size: 8, root: hex('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328') },
  proof: [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ].map(hex),
};

describe('the consistency proof', () => {
  it('holds for the published vector', () =>
    expect(verifyConsistency(published.older, published.newer, published.proof)).toBe(true));
  it('holds from every size to every later one', () => {
    for (const [from, to] of pairs)
      expect(verifyConsistency(treeOf(from), treeOf(to), proof(from, to)), `${from} ${to}`).toBe(true);
  });
  it('of nothing is empty', () => {
    expect(verifyConsistency({ size: 0, root: new Uint8Array() }, treeOf(5), [])).toBe(true);
    expect(verifyConsistency({ size: 0, root: new Uint8Array() }, treeOf(5), [other])).toBe(false);
  });
  it('holds for no other root', () => {
    for (const [from, to] of pairs) {
      expect(verifyConsistency({ size: from, root: other }, treeOf(to), proof(from, to)), `${from} ${to}`).toBe(false);
      expect(verifyConsistency(treeOf(from), { size: to, root: other }, proof(from, to)), `${from} ${to}`).toBe(false);
    }
  });
  // Which size a root is of, the signature over both says, and not the proof.
  it('holds for no other two trees', () => {
    for (const [from, to] of pairs.filter(([from, to]) => from < to)) {
      const hashes = proof(from, to);
      for (let size = 1; size <= most; ++size) {
        const told = `${from} ${to} ${size}`;
        if (size !== from) expect(verifyConsistency(treeOf(size), treeOf(to), hashes), told).toBe(false);
        if (size !== to) expect(verifyConsistency(treeOf(from), treeOf(size), hashes), told).toBe(false);
      }
    }
  });
  it('holds for no smaller tree', () => expect(verifyConsistency(treeOf(5), treeOf(4), proof(4, 5))).toBe(false));
  it('is broken by a hash that is missing, surplus, changed or in another place', () => {
    for (const [from, to] of pairs.filter(([from, to]) => from < to)) {
      const right = proof(from, to);
      const wrong = [
        [...right, other],
        [other, ...right],
        ...right.map((_, at) => right.filter((_, i) => i !== at)),
        ...right.map((_, at) => right.map((hash, i) => (i === at ? other : hash))),
        ...right
          .slice(1)
          .map((_, at) => right.map((hash, i) => right[i === at ? i + 1 : i === at + 1 ? at : i] ?? hash)),
      ];
      for (const broken of wrong)
        expect(verifyConsistency(treeOf(from), treeOf(to), broken), `${from} ${to}`).toBe(false);
    }
  });
  it('does not hold for a fork, with a proof of either branch', () => {
    const fork = all.map((entry, i) => (i < 9 ? entry : `${entry} of another`));
    for (const [from, to] of pairs.filter(([from, to]) => from > 9 && to > from)) {
      const forked = proofFrom(from, fork.slice(0, to)).map((hash) => new Uint8Array(hash));
      expect(verifyConsistency(treeOf(from), grown(to, fork), forked)).toBe(false);
      expect(verifyConsistency(treeOf(from), grown(to, fork), proof(from, to))).toBe(false);
    }
  });
});

describe('a tree that goes on from its edge', () => {
  const goneOn = (first: number, size: number) =>
    rootAfter(
      first,
      edgeOf(all.slice(0, first)).map((hash) => new Uint8Array(hash)),
      all.slice(first, size).map(leafHash),
    );
  it('has the root of all its entries, from every size to every later one', () => {
    for (const [from, to] of pairs) expect(goneOn(from, to), `${from} ${to}`).toEqual(treeOf(to).root);
    expect(goneOn(0, most)).toEqual(treeOf(most).root);
  });
  it('has another root with another edge, and none with one of another size', () => {
    expect(rootAfter(2, [other], all.slice(2).map(leafHash))).not.toEqual(treeOf(most).root);
    expect(rootAfter(3, [other], all.slice(3).map(leafHash))).toBeUndefined();
  });
  it('takes the hash of a leaf that may not be read', () => {
    const sealed = `{"sealed":"${Buffer.from(leafHash('entry 5')).toString('base64url')}"}`;
    expect(leafHash(sealed)).toEqual(leafHash('entry 5'));
    expect(leafHash(`${sealed} `)).not.toEqual(leafHash('entry 5'));
  });
});
