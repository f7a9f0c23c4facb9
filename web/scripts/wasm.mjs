// Compiles what checks proofs for WebAssembly, when anything that it is made of has changed: the page is built, tested and served with it.
// The same compiler (clang 16) gives the same bytes wherever it runs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const [sources, out] = [join(web, 'wasm'), join(web, 'src/ballot/proofs.wasm')];

const compiling =
  '--target=wasm32 -std=c++20 -O3 -Wall -Wextra -Werror -nostdlib -ffreestanding -fno-exceptions -fno-rtti -mbulk-memory';
// The stack lies first, so that whatever grows past it traps instead of changing data.
const linking = ['--no-entry', '--stack-first', '-z', 'stack-size=262144', '--strip-all', '--fatal-warnings'];

function isNewest() {
  const made = statSync(out, { throwIfNoEntry: false });
  const files = [fileURLToPath(import.meta.url), ...readdirSync(sources).map((name) => join(sources, name))];
  return made !== undefined && files.every((file) => statSync(file).mtimeMs <= made.mtimeMs);
}

export function buildWasm() {
  if (isNewest()) return;
  const folder = mkdtempSync(join(web, 'src/ballot/.wasm-'));
  try {
    const made = join(folder, 'proofs.wasm');
    execFileSync('clang++-16', [...compiling.split(' '), `-Wl,${linking.join(',')}`, '-o', made, 'proofs.cpp'], {
      cwd: sources,
    });
    renameSync(made, out); // whole, whoever reads it meanwhile
  } finally {
    rmSync(folder, { recursive: true });
  }
}
