// The rows in which counts are shown, for sets with groups in groups and without.
import { expect, it } from 'vitest';

import { shippedText } from '../../testing/round';
import { answersTo } from './paper';
import { questionsOf, readSet } from './questionSet';
import { levelsOf, rowsOf, sharesOf } from './rows';

const paper = { title: '', techniques: ['T1190'], joint: [] };
const [framework, events, movement] = ['nist-csf-2.0', 'events-of-the-quarter', 'movement'].map((id) =>
  readSet(shippedText(id)),
);
const of = (set = framework, part?: number) => {
  if (set === undefined) throw new Error('it is there');
  const asked = { set, part };
  return { asked, counts: new Map(questionsOf(asked).map((one) => [one.id, answersTo(one, paper).map((_, i) => i)])) };
};

it('stand under their groups, each with the sum of what is in it', () => {
  const { asked, counts } = of(framework, 2);
  const rows = rowsOf(asked, counts);
  expect(rows.map(({ label }) => label)).toEqual(['ID: IDENTIFY', 'RC: RECOVER']);
  expect(rows[0]?.children?.map(({ key }) => key)).toEqual(['group ID.AM', 'group ID.RA', 'group ID.IM']);
  expect(rows[0]?.counts).toEqual([0, 21, 42, 63, 84]);
});
it('leave out a group that holds all of them', () => {
  const { asked, counts } = of(framework, 1);
  expect(rowsOf(asked, counts).map(({ key }) => key.slice(0, 11))).toEqual(
    Array.from({ length: 6 }, () => expect.stringMatching(/^group GV\./) as string),
  );
  const flat = of(movement);
  expect(rowsOf(flat.asked, flat.counts).map(({ key }) => key)).toEqual(['GV', 'ID', 'PR', 'DE', 'RS', 'RC']);
});
it('are there for questions of one scale alone', () => {
  expect(levelsOf(of(framework).asked, paper)).toHaveLength(5);
  expect(levelsOf(of(movement).asked, paper)).toEqual(['Worse', 'Same', 'Better']);
  expect(levelsOf(of(events).asked, paper)).toBeUndefined();
});
it('have shares of those who answered', () => {
  expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});
