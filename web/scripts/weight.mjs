// How much script a visitor loads, compressed, and that it is no more than was promised: a slow line is a second for each 200 KB.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const firstLoad_bytes = 200_000;
const ownPart_bytes = 40_000;
/** What is loaded for the first page that one sees, beside the entry: it is the heaviest that anybody begins with. */
const firstPage = 'src/chapters/desk/Desk.tsx';
/** Drawing relations takes a library that is larger than all else; it is loaded by whoever draws. */
const heavy = ['src/chapters/exchange/Graph.tsx'];

/** Throws where the first load, or what a page has for itself, is heavier than it may be. */
export function weigh(dist) {
  const folder = join(dist, '.vite');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const bytesOf = ({ file }) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const closure = (key, all = new Set()) => {
    if (!all.has(key)) {
      all.add(key);
      (manifest[key].imports ?? []).forEach((next) => closure(next, all));
    }
    return all;
  };
  const sum = (keys) => [...keys].reduce((bytes, key) => bytes + bytesOf(manifest[key]), 0);
  const first = sum(closure(firstPage, closure('index.html')));
  const own = Object.entries(manifest).filter(([key, { isDynamicEntry }]) => isDynamicEntry && !heavy.includes(key));
  const heaviest = own.map(([key, chunk]) => ({ key, bytes: bytesOf(chunk) })).sort((a, b) => b.bytes - a.bytes)[0];
  console.log(
    `first load: ${sum(closure('index.html'))} bytes of script, with the desk ${first}; heaviest part: ${heaviest.key}, ${heaviest.bytes}`,
  );
  if (first > firstLoad_bytes)
    throw new Error(`the first load has ${first} bytes of script: at most ${firstLoad_bytes}`);
  if (heaviest.bytes > ownPart_bytes)
    throw new Error(`${heaviest.key} has ${heaviest.bytes} bytes: at most ${ownPart_bytes}`);
  rmSync(folder, { recursive: true });
}
