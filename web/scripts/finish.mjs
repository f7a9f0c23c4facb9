// After the build: that it is light enough, the readable page of the API, and a gzipped twin of each file, which the server sends as it lies there.
import { readFileSync, writeFileSync, readdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { apiDocument, documentFile } from './api.mjs';
import { weigh } from './weight.mjs';

const escape = (text) =>
  String(text ?? '').replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

function apiPage(api) {
  const operations = Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post'].includes(method))
      .map(
        ([method, op]) =>
          `<section id="${op.operationId}"><h2><code>${method.toUpperCase()} ${escape(path)}</code></h2><p>${escape(op.summary)}</p>` +
          (op.description ? `<p>${escape(op.description)}</p>` : '') +
          (op.requestBody
            ? `<details><summary>Body</summary><pre>${escape(JSON.stringify(op.requestBody, null, 2))}</pre></details>`
            : '') +
          `<details><summary>Answers</summary><pre>${escape(JSON.stringify(op.responses, null, 2))}</pre></details></section>`,
      ),
  );
  const schemas = Object.entries(api.components.schemas).map(
    ([name, schema]) =>
      `<section id="schema-${name}"><h2>${name}</h2><pre>${escape(JSON.stringify(schema, null, 2))}</pre></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(api.info.title)} API</title><link rel="stylesheet" href="/api-page.css"></head><body><main><h1>${escape(api.info.title)} API ${escape(api.info.version)}</h1><p>${escape(api.info.description)}</p><p><a href="/openapi.yaml">openapi.yaml</a></p>${operations.join('')}<h1>Schemas</h1>${schemas.join('')}</main></body></html>`;
}

weigh('dist');
copyFileSync(documentFile, 'dist/openapi.yaml');
writeFileSync('dist/api.html', apiPage(apiDocument()));
for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|svg|json|yaml|txt|wasm)$/.test(entry.name)) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}
