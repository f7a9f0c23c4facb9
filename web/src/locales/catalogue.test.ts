import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import messages from '../../../api/messages.en.json';
import en from './en.json';
import { pseudoText } from './pseudo';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

function find(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
      {
        ...en,
        problem: { ...messages, ...en.problem },
      },
    );
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
  it('is all that a person reads: no words stand in the pages themselves', () => {
    const words = [...source.matchAll(/>\s*([A-Za-z][A-Za-z ,.']{2,})\s*</g)]
      .map((match) => match[1])
      .filter((text) => !/^(Promise|string|number|void|undefined|boolean)\b/.test(text ?? ''));
    expect(words).toEqual([]);
  });
});

describe('the pseudo-locale', () => {
  it('keeps the gaps and marks the text', () => expect(pseudoText('Hi {{name}}!')).toBe('[Hí {{name}}!···]'));
});
