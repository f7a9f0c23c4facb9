// Questions whose answers are pairs, as one answers them and as their totals are shown.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { show } from '../../testing/page';
import './answeringWords';
import { AskOne } from './AskOne';
import type { Asks } from './asks';
import { placedIn } from './asks';
import { ballotOf } from './paper';
import type { QuestionSet } from './questionSet';
import { readSet } from './questionSet';
import './resultWords';
import { levelsOf } from './rows';
import { SetResult } from './SetResult';

const often = ['Rare', 'Unlikely', 'Likely', 'Frequent', 'Constant'];
const bad = ['Slight', 'Minor', 'Moderate', 'Major', 'Extreme'];
const levels = often.flatMap((one) =>
  bad.map((other) => ({ name: `${one} | ${other}`, evidence: `${one}: so often. ${other}: so bad.` })),
);
const question = (id: string, more: object = {}) => ({
  id,
  group: 'g',
  text: `Of ${id}`,
  choose: { min: 0, max: 1 },
  levels,
  ...more,
});
const setOf = (...questions: object[]): QuestionSet =>
  readSet(
    JSON.stringify({
      id: 'risks',
      version: 1,
      rhythm: 'yearly',
      title: 'Risks',
      rights: '',
      credit: '',
      groups: [{ id: 'g', name: 'G' }],
      questions,
    }),
  );
const paper = { title: '', techniques: [], joint: [] };
const asksOf = (set: QuestionSet): Asks => ({ asked: [{ set }], paper, questions: ballotOf(paper, [{ set }]) });

const asks = asksOf(setOf(question('RISK-1'), question('RISK-2')));
const onAnswer = vi.fn();
const onGo = vi.fn();
const ask = (chosen?: string, last?: string) =>
  show(
    <AskOne
      asks={asks}
      placed={placedIn(asks)}
      at={0}
      given={chosen === undefined ? {} : { 'RISK-1': [chosen] }}
      last={last === undefined ? {} : { 'RISK-1': [last] }}
      onAnswer={onAnswer}
      onGo={onGo}
    />,
  );
const cell = (name: string) => screen.getByRole('radio', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

const digit = (number: number) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: String(number), code: `Digit${number}` });
const onAPhone = () =>
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('max-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));

afterEach(() => {
  vi.unstubAllGlobals();
  onAnswer.mockReset();
  onGo.mockReset();
});

describe('a question of pairs is a table of radio buttons', () => {
  it('with a heading for each row and column, entered at what is chosen', () => {
    ask('Likely | Major');
    expect(screen.getByRole('group', { name: 'Of RISK-1' })).toBeTruthy();
    for (const name of bad) expect(screen.getByRole('columnheader', { name })).toBeTruthy();
    for (const name of often) expect(screen.getByRole('rowheader', { name })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(25);
    expect(document.activeElement).toBe(cell('Likely, Major'));
    expect(screen.getAllByRole('radio').filter((one) => one.tabIndex === 0)).toEqual([cell('Likely, Major')]);
  });
  it.each([
    ['ArrowDown', 'Frequent | Major'],
    ['ArrowUp', 'Unlikely | Major'],
    ['ArrowRight', 'Likely | Extreme'],
    ['ArrowLeft', 'Likely | Moderate'],
  ])('%s chooses the cell beside it, and goes to no other question', (key, name) => {
    ask('Likely | Major');
    press(key);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith([name], false);
    expect(onGo).not.toHaveBeenCalled();
  });
  it.each([
    ['ArrowRight', 'Likely | Extreme'],
    ['ArrowDown', 'Constant | Slight'],
    ['ArrowUp', 'Rare | Slight'],
    ['ArrowLeft', 'Likely | Slight'],
  ])('%s stays at an edge, and in its row', (key, name) => {
    ask(name);
    press(key);
    expect(onAnswer).not.toHaveBeenCalled();
    expect(onGo).not.toHaveBeenCalled();
  });
  it('says of the cell that is looked at what it means, and what was chosen last time', () => {
    ask('Likely | Major', 'Rare | Slight');
    expect(screen.getByText('Likely: so often. Major: so bad.')).toBeTruthy();
    expect(screen.getByText('Last time: Rare | Slight')).toBeTruthy();
    expect(cell('Rare, Slight (last time)')).toBeTruthy();
  });
  it('of which two digits choose a cell, its row and then its column, and go on', () => {
    ask('Rare | Slight');
    digit(3);
    expect(onAnswer).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell('Likely, Slight'));
    digit(4);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['Likely | Major'], true);
  });
  it('of which a digit picks a row anew once arrows chose, and one that is none does nothing', () => {
    ask('Rare | Slight');
    digit(3);
    press('ArrowRight');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['Likely | Minor'], false);
    digit(9);
    digit(2);
    expect(document.activeElement).toBe(cell('Unlikely, Slight'));
    digit(6);
    expect(onAnswer).toHaveBeenCalledTimes(1);
    digit(0);
    expect(onAnswer).toHaveBeenLastCalledWith([], true);
  });
  it('and on a phone two steps, first how often and then how bad', async () => {
    onAPhone();
    ask();
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    await userEvent.click(screen.getByLabelText(/^Likely/));
    expect(onAnswer).not.toHaveBeenCalled();
    await userEvent.click(screen.getByLabelText(/^Major/));
    expect(onAnswer).toHaveBeenCalledWith(['Likely | Major'], false);
  });
  it('with the same two digits, where a wide page is looked at closely and so is as narrow', () => {
    onAPhone();
    ask();
    digit(3);
    expect(screen.getAllByRole('radio')).toHaveLength(10);
    digit(4);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['Likely | Major'], true);
  });
});

describe('totals', () => {
  const counts = (at: number, many: number) => levels.map((_, i) => (i === at ? many : 0));
  it('of pairs stand in a table of both, the rarest last, and never on one scale', () => {
    const set = setOf(question('RISK-1'));
    expect(levelsOf({ set }, paper)).toBeUndefined();
    show(<SetResult asked={{ set }} paper={paper} counts={new Map([['RISK-1', counts(13, 20)]])} />);
    const table = screen.getByRole('table', { name: /how many organizations chose each pair/ });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]?.textContent).toBe('Constant00000');
    expect(within(table).getByRole('row', { name: /^Likely/ }).textContent).toBe('Likely000200');
  });
  it('of which more than half are low lead to a risk, the weakest first', async () => {
    const five = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, evidence: name }));
    const set = setOf(
      question('X.1', { levels: five }),
      question('X.2', { levels: five }),
      question('X.3', { levels: five }),
    );
    const found = new Map([
      ['X.1', [6, 5, 9, 0, 0]],
      ['X.2', [5, 5, 10, 0, 0]],
      ['X.3', [20, 0, 0, 0, 0]],
    ]);
    show(<SetResult asked={{ set }} paper={paper} counts={found} />);
    await userEvent.click(screen.getByText(/^2 weak outcomes/));
    const links = within(screen.getByTestId('weak-outcomes')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/risks/new?outcome=X.3',
      '/risks/new?outcome=X.1',
    ]);
  });
});
