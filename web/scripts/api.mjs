// Puts the pieces of the API document together: api/frame.yaml, a piece for each chapter, and what the program generates
// (api/generated.yaml, where it is there). Run as a program, it writes build/api/openapi.yaml.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
export const documentFile = join(root, 'build/api/openapi.yaml');

/** The pieces as one; throws for a path, a component or an operation that two of them have. */
export function joined(pieces) {
  const whole = { paths: {}, components: {} };
  for (const { paths = {}, components = {}, ...head } of pieces) {
    add(whole, head, 'top-level member');
    add(whole.paths, paths, 'path');
    for (const [kind, those] of Object.entries(components)) {
      whole.components[kind] ??= {};
      add(whole.components[kind], those ?? {}, kind);
    }
  }
  const operations = Object.values(whole.paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId }) => operationId ?? []),
  );
  const again = operations.find((id, at) => operations.indexOf(id) !== at);
  if (again !== undefined) throw new Error(`the API has the operation ${again} twice`);
  return whole;
}

function add(whole, part, kind) {
  for (const [name, value] of Object.entries(part)) {
    if (name in whole) throw new Error(`the API has the ${kind} ${name} twice`);
    whole[name] = value;
  }
}

/** The whole document. The YAML reader throws for a key that one piece has twice. */
export function apiDocument() {
  const folder = join(root, 'api');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const inOrder = ['frame.yaml', ...files.filter((file) => file !== 'frame.yaml').sort()];
  return joined(inOrder.map((file) => parse(readFileSync(join(folder, file), 'utf8')) ?? {}));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dirname(documentFile), { recursive: true });
  writeFileSync(documentFile, stringify(apiDocument(), { aliasDuplicateObjects: false, lineWidth: 120 }));
}
