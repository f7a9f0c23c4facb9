import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Catalogue } from '../locales/catalogue';
import { joined } from '../locales/catalogue';
import { messages } from '../locales/messages';
import { pseudoText } from '../locales/pseudo';
import { words } from './words';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const source = filesIn('src')
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** With those that come along with what is loaded later. */
const late = filesIn('src')
  .filter((file) => /\w\.en\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Catalogue);
const all = joined([words, messages, ...late]);

function find(key: string): unknown {
  return key
    .split('.')
    .reduce<Catalogue | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), all);
}

describe('the catalogue', () => {
  const keys = [...source.matchAll(/\bt\(\s*'([a-zA-Z.-]+)'/g)].map((match) => match[1] ?? '');
  it('has every key that a page asks for', () => {
    expect(keys.length).toBeGreaterThan(150);
    for (const key of keys)
      expect(
        [find(key), find(`${key}_other`)].some((text) => typeof text === 'string'),
        key,
      ).toBe(true);
  });
  it('comes with the sentences of refusals wherever a page tells one by itself', () => {
    const own = words.problem as Catalogue;
    for (const file of filesIn('src').filter((name) => /(?<!test(-d)?)\.tsx?$/.test(name))) {
      const text = readFileSync(file, 'utf8');
      const told = [...text.matchAll(/\bt\(\s*['`]problem\.([a-z-]*)/g)].map((match) => match[1] ?? '');
      if (told.some((key) => !(key in own))) expect(text, file).toMatch(/useSentences|locales\/sentences/);
    }
  });
  it('is all that a person reads: no words stand in the pages themselves', () => {
    const bare = [...source.matchAll(/>\s*([A-Za-z][A-Za-z ,.']{2,})\s*</g)]
      .map((match) => match[1])
      .filter((text) => !/^(Promise|string|number|void|undefined|boolean)\b/.test(text ?? ''));
    expect(bare).toEqual([]);
  });
  it('is written as it is read, so that no file says a key twice', () => {
    const files = [...filesIn('src'), ...filesIn('../api/messages')].filter((file) => file.endsWith('en.json'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(text, file).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });
});

describe('catalogues', () => {
  it('join where their keys differ, at any depth', () =>
    expect(joined([{ a: { b: 'x' } }, { a: { c: 'y' }, d: 'z' }])).toEqual({ a: { b: 'x', c: 'y' }, d: 'z' }));
  it('are left as they were', () => {
    const first = { a: { b: 'x' } };
    joined([first, { a: { c: 'y' } }]);
    expect(first).toEqual({ a: { b: 'x' } });
  });
  it('do not join where two have a key, or one has words below the other', () => {
    expect(() => joined([{ a: { b: 'x' } }, { a: { b: 'x' } }])).toThrow('a.b');
    expect(() => joined([{ a: 'x' }, { a: { b: 'x' } }])).toThrow('a');
  });
});

describe('the pseudo-locale', () => {
  it('keeps the gaps and marks the text', () => expect(pseudoText('Hi {{name}}!')).toBe('[Hí {{name}}!···]'));
});
