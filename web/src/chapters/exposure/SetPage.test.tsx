// The page on which a question set is read before it is decided on.
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { showAt } from '../../testing/page';
import { original, shippedText } from '../../testing/round';
import { answersTo } from '../../testing/server';
import { exposure } from './index';
import { factsOf } from './questionSet';

const movement = shippedText('movement');
/** Of the set, which the host says to be the one with the facts of `facts`. */
async function shows(text: string, facts = text) {
  const set = { id: 3, facts: factsOf(facts), motion: 3, adopted_at: null, in_force: false };
  answersTo('GET /api/exposure/sets/3', { set, questions: original(text) });
  showAt('/exposure/sets/3', exposure.routes);
  return screen.findByRole('heading', { level: 1, name: 'Movement since the last asking' });
}
const says = () => screen.getByTestId('describing').textContent;

it('has every question with its levels, and the fingerprint that this device computed', async () => {
  await shows(movement);
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toContain('GV: GOVERN');
  expect(screen.getAllByRole('listitem')).toHaveLength(18);
  expect(screen.getByText(`Fingerprint, as this device computes it: ${factsOf(movement).fingerprint}`)).toBeTruthy();
  expect(screen.getByText('Version 1. 6 questions, 18 answers to choose from.')).toBeTruthy();
});
it('says of a set without marks what Members have to look for', async () => {
  await shows(movement);
  expect(says()).toMatch(/^By its author none of its questions says what an organization is\. See whether that is so/);
});
it('names the questions that are marked, and marks each', async () => {
  await shows(movement.replace('"id": "GV",\n      "group"', '"id": "GV",\n      "describes": true,\n      "group"'));
  expect(says()).toMatch(/^Marked as saying what an organization is.*: GV\. See whether any other/);
  expect(screen.getAllByText('Says what an organization is')).toHaveLength(1);
});
it('warns where the server shows other questions than those that are decided on', async () => {
  await shows(movement.replace('worse, the same or better?', 'worse or better?'), movement);
  const alert = screen.getByRole('alert');
  expect(within(alert).getByText(/^The server shows other questions/)).toBeTruthy();
});
it('says that it was erased', async () => {
  const set = { id: 3, facts: factsOf(movement), motion: 3, adopted_at: null, in_force: false };
  answersTo('GET /api/exposure/sets/3', { set, questions: null });
  showAt('/exposure/sets/3', exposure.routes);
  expect(await screen.findByRole('heading', { level: 1, name: 'movement' })).toBeTruthy();
});
