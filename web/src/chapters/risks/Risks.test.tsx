import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { forget, keep, kept } from '../../acts/kept';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { download } from '../../components/download';
import { commands, contentsSent, letsAct, opens } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { aRegister, aRoundHead, aRow } from '../../testing/risks';
import { answersTo } from '../../testing/server';
import { readSet } from '../exposure/shared';
import { risks } from './index';
// What is loaded when it is asked for is loaded before a test waits for it.
import './Risks';
import { ratingSet } from './ratingSet';

// That totals are verified, the tests of exposure show.
const { verifiedRound } = vi.hoisted(() => ({ verifiedRound: vi.fn() }));
vi.mock('../exposure/verified', () => ({ verifiedRound }));
vi.mock('../../components/download', () => ({ download: vi.fn() }));

const exposure = (more: Partial<Schemas['Exposure']> = {}): Schemas['Exposure'] => ({
  sets: [],
  rounds: [],
  least_answers: 15,
  least_days_open: 7,
  may: [],
  ...more,
});

/** Twenty organizations in this cell. */
const twentyAt = (frequency: number, impact: number) =>
  Array.from({ length: 25 }, (_, i) => (i === (frequency - 1) * 5 + impact - 1 ? 20 : 0));
const set = readSet(
  JSON.stringify(ratingSet(1, 'The Harbour', [{ id: 1, title: 'The crane fails' }], aRegister().bands)),
);
const verified = { asks: { asked: [{ set }] }, counts: new Map([['RISK-2', twentyAt(5, 5)]]) };

async function at(address: string, more: Partial<Schemas['Risks']> = {}) {
  answersTo('GET /api/risks', aRegister(more));
  const shown = showAt(address, risks.routes);
  await screen.findByRole('heading', { level: 1, name: 'Register of risks' });
  return shown;
}
const rows = () => screen.queryAllByTestId(/^risk-\d/).map((row) => within(row).getAllByRole('link')[0]?.textContent);

const two = [
  aRow(),
  aRow({ id: 1, owner: 'TUGS', says: { title: 'The crane fails', bands: { frequency: 1, impact: 1 } } }),
];

beforeEach(() => {
  letsAct();
  answersTo('GET /api/community', { time_zone: 'Europe/Zurich' });
  answersTo('GET /api/exposure', exposure());
  verifiedRound.mockReset();
});

describe('the register', () => {
  it('stands by score, with whose score it is', async () => {
    await at('/risks', { risks: two });
    expect(rows()).toEqual(['1: The quay floods', '2: The crane fails']);
    const [first] = screen.getAllByTestId('score');
    expect(first?.textContent).toBe('6');
    expect(screen.getAllByText('By its owner alone')).toHaveLength(2);
    expect(screen.getByText(/Members have not rated the risks yet/)).toBeTruthy();
  });
  it('shows how Members rated, once this device verified it', async () => {
    answersTo('GET /api/exposure', exposure({ rounds: [aRoundHead()] }));
    let found: (round: unknown) => void = () => undefined;
    verifiedRound.mockReturnValue(new Promise((resolve) => (found = resolve)));
    await at('/risks', { risks: two });
    expect(verifiedRound).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: "Verify and show Members' ratings" }));
    expect(await screen.findByTestId('verifying')).toBeTruthy();
    expect(rows()[0]).toBe('1: The quay floods');
    found(verified);
    await screen.findByTestId('rated');
    expect(rows()).toEqual(['2: The crane fails', '1: The quay floods']);
    expect(screen.getAllByTestId('score')[0]?.textContent).toBe('10');
    expect(screen.getByText('By 20 organizations; half of them from 10 to 10')).toBeTruthy();
    expect(verifiedRound).toHaveBeenCalledWith(4);
    await waitFor(async () => expect(await kept('risks/ccop/rated/4')).toBe(true));
    await forget('risks/ccop/rated/4');
  });
  it('verifies by itself what this device verified before', async () => {
    await keep('risks/ccop/rated/4', true);
    answersTo('GET /api/exposure', exposure({ rounds: [aRoundHead()] }));
    verifiedRound.mockResolvedValue(verified);
    await at('/risks', { risks: two });
    await screen.findByTestId('rated');
    await forget('risks/ccop/rated/4');
  });
  it('shows nothing of totals that do not hold', async () => {
    answersTo('GET /api/exposure', exposure({ rounds: [aRoundHead()] }));
    verifiedRound.mockRejectedValue(new RefusedHere('result-is-another'));
    await at('/risks', { risks: two });
    await userEvent.click(await screen.findByRole('button', { name: "Verify and show Members' ratings" }));
    expect((await screen.findByTestId('not-verified')).textContent).toContain('could not verify the totals');
    expect(screen.queryByText(/By \d+ organizations/)).toBeNull();
  });
  it('asks for no ratings of a round that was not counted, or asked other things', async () => {
    const others = [
      aRoundHead({ outcome: 'too-few' }),
      aRoundHead({ id: 5, asks: [{ question_set: 0, name: 'movement', title: null, part: null }] }),
    ];
    answersTo('GET /api/exposure', exposure({ rounds: others }));
    await at('/risks', { risks: two });
    expect(await screen.findByText(/Members have not rated the risks yet/)).toBeTruthy();
    expect(verifiedRound).not.toHaveBeenCalled();
  });
  it('is taken away as it is shown', async () => {
    await at('/risks?owner=TUGS', { risks: two });
    await userEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export as JSON' }));
    const [[, csv] = [], [, json] = []] = vi.mocked(download).mock.calls;
    expect(csv?.split('\r\n')).toHaveLength(3);
    expect(JSON.parse(json ?? '')).toMatchObject({ risks: [{ number: 2 }] });
  });
});

describe('the matrix', () => {
  it('has the number of risks in each cell, which leads to them', async () => {
    const { router } = await at('/risks?view=matrix', { risks: [...two, aRow({ id: 2, says: { bands: undefined } })] });
    const table = screen.getByRole('table', { name: /How many risks stand in each pair/ });
    expect(screen.getByText(/1 risk is not rated/)).toBeTruthy();
    const cell = within(within(table).getByRole('row', { name: /^Unlikely/ })).getByRole('link');
    expect(cell.getAttribute('aria-label')).toBe('1 risk: Unlikely, Major');
    await userEvent.click(cell);
    await waitFor(() => expect(router.state.location.search).toEqual({ frequency: 2, impact: 4 }));
    expect(rows()).toEqual(['1: The quay floods']);
    await userEvent.click(screen.getByRole('button', { name: 'Not only Unlikely, Major' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });
});

describe('Members are asked to rate', () => {
  const may: Schemas['Risks']['may'] = ['propose-question-set'];
  it('the risks of the register, by a set that is proposed as any other', async () => {
    const risks = [...two, aRow({ id: 2, state: 'proposed' })];
    const earlier = { name: 'risks', version: 2, rhythm: 'yearly', fingerprint: 'f', parts: 0 } as const;
    answersTo(
      'GET /api/exposure',
      exposure({ sets: [{ id: 0, facts: earlier, motion: 0, adopted_at: null, in_force: false }] }),
    );
    await at('/risks', { risks, may });
    const form = await opens('Ask Members to rate');
    expect(within(form).getByText(/This is version 3/)).toBeTruthy();
    expect(
      within(form)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['1: The quay floods', '2: The crane fails']);
    await userEvent.click(within(form).getByRole('button', { name: 'Ask Members to rate' }));
    await waitFor(() => expect(commands()).toHaveLength(1));
    expect(commands()[0]).toMatchObject({
      type: 'propose-question-set',
      facts: { name: 'risks', version: 3, rhythm: 'yearly' },
    });
    const [motion, questions] = contentsSent();
    expect(readSet(questions ?? '').questions.map(({ id }) => id)).toEqual(['RISK-1', 'RISK-2']);
    expect(motion).toContain((commands()[0]?.facts as { fingerprint: string }).fingerprint);
  });
  it('once for the same risks', async () => {
    const { fingerprintOf } = await import('../exposure/shared');
    const text = JSON.stringify(
      ratingSet(
        1,
        'The Harbour',
        [
          { id: 0, title: 'The quay floods' },
          { id: 1, title: 'The crane fails' },
        ],
        aRegister().bands,
      ),
    );
    const facts = { name: 'risks', version: 1, rhythm: 'yearly', fingerprint: fingerprintOf(text), parts: 0 } as const;
    answersTo(
      'GET /api/exposure',
      exposure({ sets: [{ id: 0, facts, motion: 0, adopted_at: null, in_force: false }] }),
    );
    await at('/risks', { risks: two, may });
    expect(await screen.findByText('The Members have the questions on just these risks.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask Members to rate' })).toBeNull();
  });
  it('by whoever may propose sets alone, and of risks that there are', async () => {
    await at('/risks', { risks: two });
    expect(screen.queryByRole('button', { name: 'Ask Members to rate' })).toBeNull();
  });
});
