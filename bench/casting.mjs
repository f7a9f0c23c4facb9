// How long a browser takes to encrypt a ballot: the page's own code, in Chromium, on one question.
// usage: node bench/casting.mjs [ANSWERS] [TIMES]     Needs a built page (./start --build-only) and Chromium.
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const web = join(import.meta.dirname, '../web');
const need = createRequire(join(web, 'package.json'));
const [answers, times] = process.argv.slice(2).map(Number);
const { build } = await import(need.resolve('vite'));
const { chromium } = need('@playwright/test');

const out = mkdtempSync(join(tmpdir(), 'ccop-casting-'));
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: out,
    target: 'es2022',
    lib: { entry: join(web, 'src/ballot/cast.ts'), name: 'cast', formats: ['iife'], fileName: 'cast' },
  },
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto('about:blank');
await page.addScriptTag({ content: readFileSync(join(out, 'cast.iife.js'), 'utf8') });
const took = await page.evaluate(
  ([count, repeat]) => {
    const list = Array.from({ length: count }, (_, i) => `answer ${i}`);
    const setup = JSON.stringify({
      public_key: cast.publicCredential(cast.newCredential(), 'key'),
      uuid: 'ccopMeasured',
      questions: [{ answers: list, blank: true, min: 1, max: 1, question: 'Which?' }],
    });
    const credential = cast.newCredential();
    const choices = [[0, 1, ...list.slice(1).map(() => 0)]];
    return Array.from({ length: repeat }, () => {
      const began = performance.now();
      cast.castBallot(setup, credential, choices);
      return performance.now() - began;
    });
  },
  [answers || 10, times || 20],
);
await browser.close();
const [first] = took;
const sorted = [...took].sort((a, b) => a - b);
console.log(
  `${answers || 10} answers and a blank vote: first ${first.toFixed(0)} ms, median ${sorted[sorted.length >> 1].toFixed(0)} ms, ` +
    `slowest ${sorted.at(-1).toFixed(0)} ms of ${took.length}`,
);
