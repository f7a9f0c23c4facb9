import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { early } from './scripts/early.mjs';
import { buildWasm } from './scripts/wasm.mjs';

buildWasm();

export default defineConfig({
  plugins: [react(), early()],
  base: '/',
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: true, // read by scripts/weight.mjs
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // What every page needs of the libraries is one file, and so is what most pages show, and what most forms need: thirty of a few hundred bytes
    // each take longer to be asked for than to be read. Each group takes along what it needs, so that none waits for one that waits for it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 3 },
            {
              name: 'shown',
              test: /@mantine.core.esm.components.(Anchor|Badge|Card|Code|Container|List|Skeleton|Stack|ThemeIcon|Title|VisuallyHidden)\//,
              priority: 2,
            },
            { name: 'forms', test: /@mantine.core.esm.components.(Modal|Input|TextInput|Textarea)\//, priority: 1 },
          ],
        },
      },
    },
  },
  // Their folder is what the server knows them by: they may run WebAssembly, and no page may.
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
  server: {
    proxy: {
      '/c': {
        target: 'http://localhost:8080',
        bypass: (request) => (/\/(api|log)\//.test(request.url ?? '') ? undefined : '/index.html'),
      },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'plain', include: ['{src,journeys}/**/*.test.ts'], testTimeout: 20_000 } },
      // What is a page's own is tested in a page.
      {
        extends: true,
        test: {
          name: 'page',
          include: ['src/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: 20_000,
          setupFiles: ['src/testing/setup.ts'],
          environmentOptions: { happyDOM: { url: 'http://localhost/c/ccop/' } },
        },
      },
    ],
  },
});
