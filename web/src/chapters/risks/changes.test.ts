import { expect, it } from 'vitest';

import { changesBetween } from './changes';
import { readRisk } from './text';

const said = (more: object) => {
  const text = { title: 'The quay floods', threat: 'A storm', bands: { frequency: 2, impact: 4 }, ...more };
  const read = readRisk({ salt: 'c2FsdA', text: JSON.stringify(text) });
  if (!read) throw new Error('erased');
  return read;
};
const saying = {
  word: (key: string) => key,
  frequency: (n: number) => `often ${n}`,
  impact: (n: number) => `bad ${n}`,
};

it('a version is compared with the one before, field by field', () => {
  const before = said({ harms: { integrity: { harm: 'minor', why: 'Rust' } } });
  const after = said({
    threat: 'A flood',
    bands: { frequency: 3, impact: 4 },
    ranges: undefined,
    outcomes: ['A', 'B'],
  });
  expect(changesBetween(before, after, saying)).toEqual([
    { field: 'threat', before: 'A storm', after: 'A flood' },
    { field: 'outcomes', before: '', after: 'A, B' },
    { field: 'integrity', before: 'risk.harm.minor. Rust', after: '' },
    { field: 'often', before: 'often 2', after: 'often 3' },
  ]);
});
it('the same text has no changes', () => {
  expect(changesBetween(said({}), said({}), saying)).toEqual([]);
});
