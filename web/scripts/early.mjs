// Puts src/early.ts in front of the page's own script, as a script by itself: in one with the others it would wait for all of them, and for the
// style sheets.

/** @returns {import('vite').Plugin} */
export function early() {
  return {
    name: 'early',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/early.ts', name: 'early' });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(({ facadeModuleId }) =>
          facadeModuleId?.endsWith('/src/early.ts'),
        );
        if (!chunk) throw new Error('src/early.ts was not built');
        const rest = chunk.imports.map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${file}` } }));
        const script = { tag: 'script', attrs: { type: 'module', async: true, src: `/${chunk.fileName}` } };
        return [script, ...rest].map((tag) => ({ ...tag, injectTo: 'head-prepend' }));
      },
    },
  };
}
