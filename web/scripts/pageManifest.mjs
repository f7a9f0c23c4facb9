// Writes what the built page consists of: each file's SHA-256, size and path, in the order of the paths. The same sources and the same lock
// file give the same bytes, so anybody can build the page and compare what a host serves with it (`ccop page verify`).
// usage: node pageManifest.mjs FOLDER FILE
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('usage: node pageManifest.mjs FOLDER FILE');

// Compressed copies stand for the files beside them.
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
  .map((entry) =>
    relative(folder, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join('/'),
  )
  .sort((a, b) => (a < b ? -1 : 1));

const lines = paths.map((path) => {
  const bytes = readFileSync(join(folder, path));
  return `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length} /${path}`;
});
writeFileSync(file, ['ccop page manifest v1', ...lines, ''].join('\n'));
