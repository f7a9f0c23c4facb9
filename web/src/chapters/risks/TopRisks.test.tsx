// The risks that Members rate the highest, on the strategic page.
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { forget, keep, kept } from '../../acts/kept';
import { RefusedHere } from '../../acts/problems';
import { show } from '../../testing/page';
import { aRegister, aRoundHead, aRow } from '../../testing/risks';
import { answersTo } from '../../testing/server';
import { TopRisks } from './TopRisks';

// That totals are verified, the tests of exposure show.
const { verifiedRound } = vi.hoisted(() => ({ verifiedRound: vi.fn() }));
vi.mock('../exposure/verified', () => ({ verifiedRound }));

/** Twenty organizations in the cell of each risk, by its number. */
const rated = (cells: Record<number, [number, number]>) => {
  const questions = Object.keys(cells).map((number) => ({ id: `RISK-${number}` }));
  const twenty = ([frequency, impact]: [number, number]) =>
    Array.from({ length: 25 }, (_, i) => (i === (frequency - 1) * 5 + impact - 1 ? 20 : 0));
  return {
    asks: { asked: [{ set: { id: 'risks', questions } }] },
    counts: new Map(Object.entries(cells).map(([number, cell]) => [`RISK-${number}`, twenty(cell)])),
  };
};
const seven = Array.from({ length: 7 }, (_, id) =>
  aRow({
    id,
    owner: `OWNER-${id + 1}`,
    says: { title: `Risk of number ${id + 1}`, bands: { frequency: 5, impact: 5 } },
  }),
);

/** `rounds` of these ids asked, the first one first; what each found is in `found`. */
async function shows(found: Record<number, unknown>, register = seven) {
  const heads = Object.keys(found).map((id, i) =>
    aRoundHead({
      id: Number(id),
      title: `Round ${id}`,
      opens: `202${6 + i}-01-10T09:00:00.000Z`,
      closes: `202${6 + i}-01-31T09:00:00.000Z`,
    }),
  );
  answersTo('GET /api/exposure', { sets: [], rounds: heads, least_answers: 15, least_days_open: 7, may: [] });
  answersTo('GET /api/risks', aRegister({ risks: register }));
  verifiedRound.mockImplementation((id: number) =>
    found[id] instanceof Error ? Promise.reject(found[id]) : Promise.resolve(found[id]),
  );
  for (const id of Object.keys(found)) await keep(`risks/ccop/rated/${id}`, true);
  show(<TopRisks />);
  await screen.findByTestId('top-risks');
}
const rows = () => screen.queryAllByTestId(/^top-risk-\d/);
const cells = (row: HTMLElement | undefined) =>
  within(row as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

beforeEach(async () => {
  for (const id of [1, 2, 4]) await forget(`risks/ccop/rated/${id}`);
  verifiedRound.mockReset();
});

describe('the highest risks', () => {
  it('are the five with the highest median of what Members rated, with bands and owner', async () => {
    await shows({
      4: rated({ 1: [1, 1], 2: [5, 5], 3: [2, 2], 4: [4, 4], 5: [3, 3], 6: [1, 3], 7: [2, 1] }),
    });
    await screen.findByTestId('top-risk-1');
    expect(rows().map((row) => within(row).getByRole('link').textContent)).toEqual([
      '2: Risk of number 2',
      '4: Risk of number 4',
      '5: Risk of number 5',
      // Of the same score the worse comes first.
      '6: Risk of number 6',
      '3: Risk of number 3',
    ]);
    expect(cells(rows()[1])).toEqual(['4: Risk of number 4', '8', 'Frequent · Major', 'OWNER-4']);
    expect(screen.getByTestId('top-risks').textContent).toContain('Round 4');
  });
  it('are none that Members did not rate, however its owner sees it, and none that is over', async () => {
    const register = seven.map((row) => (row.id === 1 ? aRow({ ...row, state: 'closed' }) : row));
    await shows({ 4: rated({ 1: [1, 1], 2: [5, 5] }) }, register);
    await screen.findByTestId('top-risk-0');
    expect(rows()).toHaveLength(1);
    expect(screen.getByTestId('top-risks').textContent).toContain('5 risks of the register were not asked about.');
  });
  it('say which way they went since the asking before', async () => {
    await shows({ 2: rated({ 1: [2, 2] }), 4: rated({ 1: [3, 3], 2: [1, 1] }) });
    const first = await screen.findByTestId('top-risk-0');
    expect((await within(first).findByTestId('trend')).textContent).toBe('+2, worse');
    expect(within(screen.getByTestId('top-risk-1')).queryByTestId('trend')).toBeNull();
  });
  it('are not shown of totals that do not hold, and not before they are verified', async () => {
    await shows({ 4: new RefusedHere('result-is-another') });
    expect(await screen.findByText(/stand here once your device has verified the round/)).toBeTruthy();
    expect(rows()).toEqual([]);
  });
  it('are none where Members were never asked', async () => {
    await shows({});
    expect(await screen.findByText('Members have not rated risks in a counted round yet.')).toBeTruthy();
  });
  it('are remembered to be verified, so that the register shows them', async () => {
    await shows({ 4: rated({ 1: [1, 1] }) });
    await screen.findByTestId('top-risk-0');
    expect(await kept('risks/ccop/rated/4')).toBe(true);
  });
});
