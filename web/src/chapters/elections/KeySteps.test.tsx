// Each step of a trustee says what it does, why, what comes next, and who is still awaited.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { OfficersCard } from './OfficersCard';
import type { ElectionPage } from './standing';
import { TrusteeCard } from './TrusteeCard';
import './words';

const names = ['Ada', 'Ben', 'Cleo'];
/** How far each of three trustees is. */
const at = (rounds: number[], may: ElectionPage['may'] = ['post-key-message']) =>
  ({
    id: 9,
    uuid: 'ABCDEFGHJKLMNP',
    stage: 'preparation',
    trustees: rounds.map((done, i) => ({ person: { id: i, name: names[i] }, rounds: done, decrypted: false })),
    trustees_needed: 2,
    rounds_done: Math.min(...rounds),
    may,
  }) as unknown as ElectionPage;
/** The card of the first of them. */
function cardOf(election: ElectionPage) {
  const rounds = election.trustees[0]?.rounds ?? 0;
  const work = {
    number: 1,
    key_file: 'trustee-ABCDEFGHJKLMNP',
    size: 3,
    threshold: 2,
    rounds,
    certificates: [],
    input: null,
    output: null,
  };
  show(<TrusteeCard election={election} work={work} />);
  return screen.getByTestId('trustee').textContent;
}

describe('a trustee whose step is open', () => {
  it.each([
    [0, 'make your key', 'in a file that only your passphrase opens', 'nobody can open the totals', 'step 2 follows'],
    [1, 'give each of the others a part', 'divides your secret', '2 of the 3 trustees', 'step 3 follows'],
    [2, 'complete your key', 'opens the parts', 'A wrong part is found now', 'the ballot can be opened'],
  ])('reads after %i steps what the next does, why, and what comes then', (done, what, does, why, next) => {
    const text = cardOf(at([done, done, done]));
    expect(text).toContain(`Step ${done + 1} of 3: `);
    for (const said of [what, does, why, next]) expect(text).toContain(said);
  });
  it('reads who else is awaited, and not that they are themselves', () => {
    expect(cardOf(at([1, 2, 1]))).toContain('Still awaited in this step: Cleo.');
  });
  it('reads that all others are done', () => {
    const text = cardOf(at([1, 2, 2]));
    expect(text).toContain('yours is the last');
    expect(text).not.toContain('Still awaited');
  });
  it('and who may not make a key any more reads why, and that somebody comes in their place', () => {
    const text = cardOf(at([1, 1, 1], []));
    expect(text).toContain('Whoever conducts the election replaces you');
    expect(document.querySelector('form')).toBeNull();
  });
});

describe('a trustee whose step is done', () => {
  it.each([
    [1, 'step 2 follows', 'You may close this page'],
    [2, 'step 3 follows', 'You may close this page'],
    [3, 'the ballot can be opened', 'Keep the file'],
  ])('reads after step %i who is awaited, what comes then and what to do', (done, next, now) => {
    const text = cardOf(at([done, done - 1, done - 1], []));
    expect(text).toContain(`Your step ${done} is done.`);
    for (const said of [next, now, 'Still awaited in this step: Ben, Cleo.']) expect(text).toContain(said);
    expect(document.querySelector('form')).toBeNull();
  });
  it('reads nothing but to keep the key once all are ready', () => {
    const text = cardOf(at([3, 3, 3], []));
    expect(text).toContain('Your key is ready.');
    expect(text).not.toContain('awaited');
    expect(text).not.toContain('can be opened in the session');
  });
});

it('everybody reads of which trustee a step is awaited', () => {
  show(<OfficersCard election={at([2, 1, 2], [])} />);
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
  expect(within(row('Ben')).getByText('1 of 3 steps done; step 2 is awaited')).toBeTruthy();
  expect(within(row('Ada')).getByText('2 of 3 steps done')).toBeTruthy();
});
