// What is watched for, as people type it, and what of it a value meets: by the table that `ccop watch` is tested with too.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { matcherOf } from './matching';
import { networkOf } from './networks';
import type { WatchList } from './watchList';
import { bytesOf, canonicalHost, emptyList, largestList, typedAs } from './watchList';

interface Table {
  list: WatchList;
  cases: { says: string; kind: 'address' | 'domain' | 'url' | 'email' | 'sector'; value: string; met: string[] }[];
}
const table = JSON.parse(readFileSync('../tests/exchange/watch/matches.json', 'utf8')) as Table;

describe('a watch list is met by', () => {
  const matches = matcherOf(table.list);
  it.each(table.cases)('$says: $value', ({ kind, value, met }) => {
    expect(matches({ kind, value }).sort()).toEqual([...met].sort());
  });
});

describe('what is typed', () => {
  it('is taken one a line, and between commas and blanks, each once', () => {
    expect(typedAs('networks', ' 198.51.100.0/24, 203.0.113.7\n2001:DB8::/32;198.51.100.0/24')).toEqual({
      entries: ['198.51.100.0/24', '203.0.113.7', '2001:db8::/32'],
      wrong: [],
    });
    expect(typedAs('sectors', 'Financial services, health\n')).toEqual({
      entries: ['Financial services', 'health'],
      wrong: [],
    });
  });
  it('is whole again where it was broken', () => {
    expect(typedAs('networks', '198[.]51[.]100(.)0/24').entries).toEqual(['198.51.100.0/24']);
    expect(typedAs('networks', '2001[:]db8::1').entries).toEqual(['2001:db8::1']);
    expect(
      typedAs('domains', 'who[dot]example hxxps://login[.]fao[.]example:8443/a *.un.example bücher.example.').entries,
    ).toEqual(['who.example', 'login.fao.example', 'un.example', 'bücher.example']);
    expect(typedAs('mail', 'somebody[at]post.example @news.example plain.example').entries).toEqual([
      'post.example',
      'news.example',
      'plain.example',
    ]);
  });
  it('is told where it is none', () => {
    expect(typedAs('networks', '198.51.100.0/33 198.51.100 who.example 1::2::3 ::/129').wrong).toHaveLength(5);
    expect(typedAs('domains', 'example 203.0.113.7 who..example/ a^b.example').wrong).toContain('203.0.113.7');
    expect(typedAs('domains', 'example').wrong).toEqual(['example']);
    expect(typedAs('sectors', '?!').wrong).toEqual(['?!']);
  });
  it('is counted in bytes, for there is room for so many', () => {
    expect(bytesOf(emptyList)).toBeLessThan(100);
    expect(bytesOf({ ...emptyList, sectors: ['ü'.repeat(largestList / 2)] })).toBeGreaterThan(largestList);
  });
});

describe('networks', () => {
  it('are read in every form of an address', () => {
    const [whole, short] = ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'].map(networkOf);
    expect(whole).toEqual(short);
    expect(networkOf('::')).toEqual({ begin: 0n, length: 128 });
    expect(networkOf('1::')?.begin).toBe(1n << 112n);
    expect(networkOf('::ffff:198.51.100.7')).toEqual(networkOf('198.51.100.7'));
    expect(networkOf('198.51.100.0/24')?.length).toBe(120);
  });
  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/',
    '1.2.3.4/24/8',
    '1.2.3.4/-1',
    ':::',
    '1:2',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    'g::',
    '12345::',
    '1.2.3.4::',
    'fe80::1%eth0',
  ])('are not %j', (text) => expect(networkOf(text)).toBeUndefined());
});

it('knows a name however it is written', () => {
  expect(canonicalHost('BÜCHER.example')).toBe(canonicalHost('xn--bcher-kva.EXAMPLE.'));
  for (const none of ['', '.', 'a b', 'a/b', 'a@b', 'a:1']) expect(canonicalHost(none)).toBeUndefined();
});
