// Writes for the compiler which gaps each sentence of the catalogues has, so that whoever says one without a value does not compile (src/locales/gaps.ts).
// Those of refusals stay out: the program fills their gaps, and its own compiler counts them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../src');
const written = join(source, 'locales/gaps.generated.d.ts');

/** Every sentence with its whole key. */
function* sentencesOf(catalogue, path = '') {
  for (const [key, value] of Object.entries(catalogue))
    if (typeof value === 'string') yield [path + key, value];
    else yield* sentencesOf(value, `${path}${key}.`);
}

const gaps = new Map();
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('en.json'));
for (const file of files)
  for (const [key, sentence] of sentencesOf(JSON.parse(readFileSync(join(source, file), 'utf8')))) {
    const [, asked, plural] = /^(.*?)(_one|_other)?$/.exec(key);
    const names = [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name);
    if (plural) names.push('count');
    if (names.length === 0 || key.startsWith('problem.')) continue;
    gaps.set(asked, new Set([...(gaps.get(asked) ?? []), ...names]));
  }

const lines = [...gaps]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([key, names]) =>
      `    '${key}': ${[...names]
        .sort()
        .map((name) => `'${name}'`)
        .join(' | ')};`,
  );
writeFileSync(
  written,
  `// Written by scripts/gaps.mjs from the catalogues.\nimport './gaps';\n\ndeclare module './gaps' {\n  interface Gaps {\n${lines.join('\n')}\n  }\n}\n`,
);
