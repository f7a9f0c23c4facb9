import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // What most pages need of the libraries is one file: thirty of a few hundred bytes each take longer to be asked for than to be read.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/, minShareCount: 25 }] } },
    },
  },
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
      { extends: true, test: { name: 'plain', include: ['{src,journeys}/**/*.test.ts'] } },
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
