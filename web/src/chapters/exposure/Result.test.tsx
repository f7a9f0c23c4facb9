// What came out of a round, as its page shows it, gives it away and lets it be verified.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { RefusedHere } from '../../acts/problems';
import { newBox } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { commands, letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { remember, seal } from '../keyboxes/shared';
import { answersIn, choicesOf } from './paper';
import { ResultCard } from './ResultCard';
import './words';

// What the record says of a result, the tests of elections show.
const { resultChecked } = vi.hoisted(() => ({
  resultChecked: vi.fn(() => Promise.resolve(['ballots', 'tally', 'bound'])),
}));
vi.mock('../elections/evidence', () => ({ resultChecked }));
vi.mock('../../components/download', () => ({ download: vi.fn() }));

const round = new ARound();
const archive = 'a'.repeat(64);
const box = newBox();
const own_key = { organization: 3, year: 2027, key: 'the key', box: remember(box) };

/** Twenty that answer alike, ten of them with more. */
const some = { GV: ['Better'], ID: ['Same'], confidentiality: ['None'], integrity: ['Minor'], causes: ['Mistake'] };
const more = { ...some, GV: ['Worse'], loss: ['None'], causes: ['Mistake', 'Deception'], techniques: ['T1190'] };
const counts = Array.from({ length: 20 }, (_, i) => choicesOf(round.questions, i < 10 ? some : more).flat()).reduce(
  (sum, one) => sum.map((count, i) => count + (one[i] ?? 0)),
);

const shows = async (of: object = {}, ballot: object = {}) => {
  show(
    <ResultCard
      round={round.page({ stage: 'decided', outcome: 'counted', answered: 20, counts, ...of }) as never}
      election={round.electionPage({ stage: 'decided', archive, counts, ...ballot }) as unknown as ElectionPage}
    />,
  );
  await screen.findByRole('region', { name: 'Movement since the last asking' });
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const row = (table: HTMLElement, name: RegExp) =>
  within(within(table).getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

beforeEach(() => {
  letsAct();
  round.happens();
});

describe('the totals', () => {
  it('of a set with one scale stand in a table and in bars, question by question', async () => {
    await shows();
    const set = screen.getByRole('region', { name: 'Movement since the last asking' });
    const heat = within(set).getByRole('table', { name: /how many answers are at each level/ });
    expect(row(heat, /^GV: GOVERN/)).toEqual(['10', '0', '10']);
    expect(row(heat, /^ID: IDENTIFY/)).toEqual(['0', '20', '0']);
    await userEvent.click(within(set).getByText('As a table'));
    const bars = within(set).getByRole('table', { name: /shares of the levels/ });
    expect(row(bars, /^GV: GOVERN/)).toEqual(['50%', '0%', '50%']);
  });
  it('are those which this device verifies, whatever the host shows beside them', async () => {
    await shows({ counts: counts.map((count) => count + 1) });
    const set = screen.getByRole('region', { name: 'Movement since the last asking' });
    const heat = within(set).getByRole('table', { name: /how many answers are at each level/ });
    expect(row(heat, /^GV: GOVERN/)).toEqual(['10', '0', '10']);
  });
  it('of a set with several stand one by one, with how many answered', async () => {
    await shows();
    const causes = screen.getByRole('list', { name: /^causes/ });
    expect(
      within(causes)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toContain('Mistake20');
    const loss = screen.getByRole('list', { name: /^loss/ });
    expect(loss.parentElement?.textContent).toContain('10 organizations answered.');
  });
  it('of two together stand in a table of both, and in each of the two', async () => {
    await shows();
    const together = screen.getByRole('region', { name: 'Counted together' });
    const table = within(together).getByRole('table');
    expect(row(table, /^None/)).toEqual(['0', '20', '0', '0']);
    const integrity = screen.getByRole('list', { name: /^integrity/ });
    expect(within(integrity).getAllByRole('listitem')[1]?.textContent).toBe('Minor20');
  });
  it('are given away as CSV and JSON', async () => {
    await shows();
    await press('Export as CSV');
    await press('Export as JSON');
    const [[, csv] = [], [name, json] = []] = vi.mocked(download).mock.calls;
    const lines = csv?.split('\r\n') ?? [];
    expect(lines[0]).toBe('"set","question","text","answer","count"');
    expect(lines).toHaveLength(2 + answersIn(round.questions) + 8);
    expect(lines[1]).toMatch(/^"movement","GV","Since the last asking, .*","Worse",10$/);
    expect(name).toBe('exposure-round-5.json');
    expect(JSON.parse(json ?? '')).toMatchObject({
      title: 'First quarter of 2027',
      archive,
      answered: 20,
      questions: expect.arrayContaining([
        expect.objectContaining({ id: 'GV', counts: [10, 0, 10], answers: ['Worse', 'Same', 'Better'] }),
      ]) as unknown,
      joint: [{ first: 'confidentiality', second: 'integrity', table: expect.any(Array) as unknown }],
    });
  });
  it('that are of other questions are told to be wrong, and the rest stays', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    show(
      <ResultCard
        round={round.page({ stage: 'decided', counts }) as never}
        election={round.electionPage({ archive, counts: [1, 2] }) as unknown as ElectionPage}
      />,
    );
    expect(await screen.findByTestId('problem')).toBeTruthy();
    expect(screen.getByTestId('audits')).toBeTruthy();
  });
});

describe('where one stands', () => {
  it('is compared on the device, with ranges', { timeout: 60_000 }, async () => {
    const answers = { 'movement/GV': ['Worse'], 'events-of-the-quarter/causes': ['Mistake'] };
    const own = [{ round: 4, at: '2027-01-12T09:00:00.000Z', answers }];
    const seat = { log: round.log.key, organization: 3 };
    answersTo('GET /api/exposure/own', { sealed: seal(box, seat, 'own answers', own) });
    await shows({}, { own_key });
    await press('Show where we stand');
    const place = await screen.findByTestId('place-GV');
    expect(place.textContent).toContain('Between 0 and 50 % are at your level or below.');
    // Of several answers to one question there is no higher and lower.
    expect(screen.queryByTestId('place-causes')).toBeNull();
    expect(screen.getByTestId('position').className).toContain('no-print');
  });
  it('is not known where nothing was answered', async () => {
    answersTo('GET /api/exposure/own', { sealed: null });
    await shows({}, { own_key });
    await press('Show where we stand');
    expect(await screen.findByText('No answers of your organization to this round are kept.')).toBeTruthy();
  });
  it('is offered to nobody without a seat', async () => {
    await shows();
    expect(screen.queryByTestId('position')).toBeNull();
  });
});

describe('the archive', () => {
  const audit = (organization: string, program: string) => ({
    organization,
    person: { id: 1, name: 'Ada', organization },
    program,
    at: '2027-02-05T09:00:00.000Z',
  });
  it('was verified by those who said so, and by how many programs', async () => {
    await shows({ audits: [audit('PIER', 'page'), audit('QUAY', 'belenios-tool'), audit('TUGS', 'page')] });
    const audits = screen.getByTestId('audits');
    expect(audits.textContent).toContain('PIER, by Ada, with this page,');
    expect(audits.textContent).toContain('QUAY, by Ada, with belenios-tool,');
    expect(audits.textContent).toContain('Checked by 2 programs');
  });
  it('is verified here first, and then said to be', async () => {
    await shows({ may: ['audit-round'] });
    expect(screen.getByText('Nobody has said yet that they verified it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I verified this archive' })).toBeNull();
    await press('Verify the result on this device');
    expect(await screen.findByText(/The questions are those that the Members adopted/)).toBeTruthy();
    await press('I verified this archive');
    await waitFor(() => expect(commands()).toEqual([{ type: 'audit-round', round: 4, program: 'page', archive }]));
  });
  it('that does not hold is not said to be verified', async () => {
    resultChecked.mockRejectedValueOnce(new RefusedHere('result-is-another'));
    await shows({ may: ['audit-round'] });
    await press('Verify the result on this device');
    expect((await screen.findByTestId('problem')).textContent).toContain('not what the ballots of the record give');
    expect(screen.queryByRole('button', { name: 'I verified this archive' })).toBeNull();
  });
  it('of questions that were not adopted is not said to be verified', async () => {
    await shows({ may: ['audit-round'] }, { setup: round.setupWith([]) });
    await press('Verify the result on this device');
    expect(await screen.findByTestId('problem')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I verified this archive' })).toBeNull();
  });
  it('is said to be verified with another program by its hash', async () => {
    await shows({ may: ['audit-round'] });
    await press('I verified it with another program');
    const form = await screen.findByRole('dialog');
    const says = (value: string) =>
      fireEvent.change(within(form).getByRole('textbox', { name: /SHA-256/ }), { target: { value } });
    says('b');
    expect(within(form).getByText('This is another archive than the one of this result.')).toBeTruthy();
    says(` ${archive}\n`);
    expect(within(form).queryByText('This is another archive than the one of this result.')).toBeNull();
    await userEvent.click(within(form).getByRole('button', { name: 'I verified it with another program' }));
    await waitFor(() => expect(commands()).toEqual([{ type: 'audit-round', round: 4, program: 'ccop', archive }]));
  });
});
