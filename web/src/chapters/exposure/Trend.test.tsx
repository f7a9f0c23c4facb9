// How the pages show rounds of several years, as a device verified them: what that is, Strategic.test.tsx and the tests of elections show.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aVerifiedRound } from '../../testing/verifiedRound';
import { Strategic } from './Strategic';
import { Trend } from './Trend';
import type { VerifiedRound } from './verified';

const { rounds } = vi.hoisted(() => ({ rounds: [] as VerifiedRound[] }));
vi.mock('./verified', () => ({
  verifiedRound: (id: number) => Promise.resolve(rounds.find((round) => round.id === id)),
}));

const [low, high] = [
  [10, 5, 5, 0, 0],
  [1, 4, 5, 5, 5],
];
const asked = (opens: string, part: number, counts: readonly number[], took: number) =>
  aVerifiedRound({
    opens,
    sets: [{ name: 'nist-csf-2.0', part }, { name: 'movement' }],
    ofAll: (id) => (id.length === 2 ? [2, 10, 8] : counts),
    took,
  });

/** The device verified these, and the host lists them. */
function known(...those: VerifiedRound[]) {
  rounds.splice(0, rounds.length, ...those);
  const heads = rounds.map(({ id, title, opens, closes }) => ({
    ...{ id, election: id, title, opens, closes, asks: [], asked: 0, answered: 0 },
    stage: 'decided',
    outcome: 'counted',
  }));
  answersTo('GET /api/exposure', { sets: [], rounds: heads.toReversed(), least_answers: 15, may: [] });
  for (const head of heads) answersTo(`GET /api/exposure/rounds/${head.id}`, { ...head, audits: [] });
}
beforeEach(() => known(asked('2026-01-10', 2, low, 30), asked('2027-01-10', 2, high, 34)));

const names = (section: HTMLElement) => {
  const table = within(section).getByRole('table', { hidden: true });
  return within(table)
    .getAllByRole('row', { hidden: true })
    .map(({ textContent }) => textContent);
};

describe('the last two askings', () => {
  it('stand beside each other by function, and say how the median went', async () => {
    show(<Trend />);
    const askings = await screen.findByTestId('askings');
    expect(names(askings)).toEqual(['QuestionBeforeLast', 'ID25%75%', 'RC25%75%']);
    expect(askings.textContent).toContain('ID: IDENTIFY: from 25% to 75%; the median went +2 levels.');
  });
  it('open to the categories of a function', async () => {
    show(<Trend />);
    const askings = await screen.findByTestId('askings');
    await userEvent.selectOptions(within(askings).getByLabelText('Show'), 'ID: IDENTIFY');
    expect(names(askings).slice(1)).toEqual(['ID.AM25%75%', 'ID.RA25%75%', 'ID.IM25%75%']);
    await userEvent.selectOptions(within(askings).getByLabelText('Show'), 'All functions');
    expect(names(askings)).toHaveLength(3);
  });
});

it('quarters of movement have a line for each function', async () => {
  show(<Trend />);
  expect(names(await screen.findByTestId('movement'))[1]).toBe('GV+6+6');
});

describe('a figure that was asked before', () => {
  const figure = async (name: string) => screen.findByTestId(`figure-${name}`);
  const trendOf = async (name: string) => within(await figure(name)).getByTestId('trend').textContent;
  it('says by how much it went, since when, and whether that is better', async () => {
    show(<Strategic />);
    expect(await trendOf('turnout')).toBe('+4 since Q1 ’26: better');
    expect(await trendOf('maturity')).toBe('+2 since Q1 ’26: better');
    expect(await trendOf('weak')).toBe('-29 since Q1 ’26: better');
    expect(await trendOf('movement')).toBe('0 since Q1 ’26: no change');
  });
  it('says its values to whoever does not see the line', async () => {
    show(<Strategic />);
    expect((await figure('turnout')).textContent).toContain('Over time: Q1 ’26: 30, Q1 ’27: 34.');
  });
  it('is of the level in which half of the answers are, by its name', async () => {
    show(<Strategic />);
    const maturity = await figure('maturity');
    // One, four and three times five: each quarter ends between two levels.
    expect(within(maturity).getByTestId('value').textContent).toBe('Laid down / Kept up');
    expect(maturity.textContent).toContain('The middle half lies from “Begun / Laid down” to “Kept up / Proven”.');
    expect(maturity.textContent).toContain('580 answers to 29 outcomes');
  });
});

it('the functions stand in the order of what is low', async () => {
  known(asked('2026-10-10', 2, high, 30), asked('2027-01-10', 1, low, 30));
  show(<Strategic />);
  const functions = await screen.findByTestId('functions');
  expect(names(functions).map((name) => name.slice(0, 2))).toEqual(['Qu', 'GV', 'ID', 'RC']);
});
