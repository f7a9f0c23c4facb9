// Items that name an outcome.
import { expect, it } from 'vitest';

import { itemsNaming } from './naming';

const item = (title: string, text = '') => ({ content: { title, text } });
const named = (...titles: string[]) =>
  itemsNaming(
    titles.map((title) => item(title)),
    'PR.AA-01',
  ).map(({ content }) => content.title);

it('names an outcome in its title or text, in capitals or not, at the end of a sentence or in brackets', () => {
  const titles = ['PR.AA-01: passkeys', 'Better than pr.aa-01.', 'Passkeys (PR.AA-01)'];
  expect(named(...titles)).toEqual(titles);
  expect(itemsNaming([item('Passkeys', 'For\nPR.AA-01')], 'PR.AA-01')).toHaveLength(1);
});
it('does not name it where another id only begins or ends alike', () => {
  expect(named('PR.AA-011', 'XPR.AA-01', 'EX.PR.AA-01', 'PRxAA-01', 'PR.AA-01-a')).toEqual([]);
});
it('names nothing where its text was erased', () => {
  expect(itemsNaming([{ content: null }], 'PR.AA-01')).toEqual([]);
});
