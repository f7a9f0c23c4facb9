// The sets that come with the program, as the page reads them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { factsOf, questionsOf, readSet } from './questionSet';

const texts = readdirSync('../questions')
  .filter((name) => name.endsWith('.en.json'))
  .map((name) => readFileSync(`../questions/${name}`, 'utf8'));
/** What the program says of them: its own test holds these. */
const known = readFileSync('../tests/exposure/shipped_test.cpp', 'utf8');

describe('a question set', () => {
  it.each(texts.map((text) => [readSet(text).id, text]))(
    'has the fingerprint that the program gives it: %s',
    (_, text) => {
      const { name, version, fingerprint } = factsOf(text);
      expect(known).toContain(`${name} ${version} ${fingerprint}`);
    },
  );
  it('is asked in its quarters, in each question once', () => {
    for (const set of texts.map(readSet)) {
      const parts = set.quarters?.map((_, i) => i + 1) ?? [undefined];
      const asked = parts.flatMap((part) => questionsOf({ set, part }));
      expect(new Set(asked)).toEqual(new Set(set.questions));
      expect(asked).toHaveLength(set.questions.length);
    }
  });
  it('of the framework is asked as 31, 29, 22 and 24', () => {
    const framework = texts.map(readSet).find(({ id }) => id === 'nist-csf-2.0');
    expect([1, 2, 3, 4].map((part) => framework && questionsOf({ set: framework, part }).length)).toEqual([
      31, 29, 22, 24,
    ]);
  });
  it('that is none is told as such', () => {
    for (const text of ['', '{}', '[]', texts[0]?.replace('"levels"', '"level"') ?? ''])
      expect(() => readSet(text)).toThrow('the question set');
  });
});
