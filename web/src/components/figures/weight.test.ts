// What all figures together weigh, as the page sends them: they are drawn by the program's own code, with no library.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ccop-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const most_bytes = 10_000;

it('all forms of figures are at most 10 kB together, compressed', { timeout: 120_000 }, async () => {
  const forms = readdirSync(import.meta.dirname).filter((name) => /^[A-Z]\w+\.tsx$/.test(name));
  expect(forms).toContain('Slopes.tsx');
  const entry = join(folder, 'forms.ts');
  writeFileSync(
    entry,
    forms.map((name) => `export * from ${JSON.stringify(resolve(import.meta.dirname, name))};`).join('\n'),
  );
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['es'], fileName: 'forms', cssFileName: 'forms' },
      rolldownOptions: { external: (id) => !/^[./]/.test(id) },
    },
  });
  const files = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  expect(files.map(({ fileName }) => fileName)).toEqual(['forms.js', 'forms.css']);
  const bytes = files.map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source).length);
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(most_bytes);
});
