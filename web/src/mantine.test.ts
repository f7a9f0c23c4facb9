// Who shows a component of the library's without its styles shows something broken: so the list is held to what the page imports, and to what that imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { expect, test } from 'vitest';

const core = resolve('node_modules/@mantine/core');
/** Of everything, whatever is shown. */
const ground = ['baseline', 'default-css-variables', 'global'];

const read = (path: string) => readFileSync(path, 'utf8');
const names = (list = '') => list.split(',').map((name) => name.replace(/\btype\b/, '').trim());

function importedByThePage(): Set<string> {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const imports = sources.flatMap((path) => [
    ...read(join('src', path)).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ]);
  return new Set(imports.flatMap(([, list]) => names(list)));
}

/** The styles that a file of the library's and what it imports ask for. */
function stylesOf(path: string, seen: Set<string>, found: Set<string>) {
  if (seen.has(path)) return;
  seen.add(path);
  const style = /(\w+)\.module\.mjs$/.exec(path)?.[1];
  if (style !== undefined) found.add(style);
  for (const [, next = ''] of read(path).matchAll(/from "(\.[^"]*)"/g))
    stylesOf(resolve(dirname(path), next), seen, found);
}

function needed(): string[] {
  const found = new Set(ground);
  const seen = new Set<string>();
  const used = importedByThePage();
  for (const [, list, path = ''] of read(join(core, 'esm/index.mjs')).matchAll(/import \{([^}]*)\} from "([^"]*)"/g))
    if (names(list).some((name) => used.has(name))) stylesOf(resolve(core, 'esm', path), seen, found);
  return [...found].sort();
}

test('the styles are those of what is shown', () => {
  const listed = [...read('src/mantine.css').matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(([, name]) => name);
  expect([...listed].sort()).toEqual(needed());
});

test('the styles stand in the order that the library gives them', () => {
  const whole = read(join(core, 'styles.layer.css'));
  const places = [...read('src/mantine.css').matchAll(/'@mantine\/core\/(.*)'/g)].map(([, path = '']) =>
    whole.indexOf(read(join(core, path)).replace('@layer mantine {', '').slice(0, 120)),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
