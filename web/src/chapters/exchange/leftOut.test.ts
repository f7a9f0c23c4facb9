import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { exchange } from './pages.en.json';

test('Why something of a file was left out has its words here, whatever the host says', () => {
  const host = readFileSync(join(import.meta.dirname, '../../../../src/exchange/left_out.hpp'), 'utf8');
  const reasons = [...host.matchAll(/inline constexpr std::string_view \w+ = "([a-z-]+)"/g)].map(([, word]) => word);
  expect(reasons).toContain('conflicting');
  expect(Object.keys(exchange.leftOutBecause).sort()).toEqual(reasons.sort());
});
