// The pages that show all rounds together: nothing stands there before this device verified it.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clear } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { RefusedHere } from '../../acts/problems';
import { download } from '../../components/download';
import { show } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo } from '../../testing/server';
import { choicesOf } from './paper';
import { Release } from './Release';
import { Strategic } from './Strategic';
import { Trend } from './Trend';

// What the record says of a result, the tests of elections show.
const { declaredHere } = vi.hoisted(() => ({
  declaredHere: vi.fn(() => Promise.resolve({ checks: [], asked: 48, took: 20 })),
}));
vi.mock('../elections/evidence', () => ({ declaredHere }));
vi.mock('../../components/download', () => ({ download: vi.fn() }));

const round = new ARound();
const archive = 'a'.repeat(64);

/** Twelve that say one thing, and eight that say another. */
const some = {
  GV: ['Better'],
  ID: ['Same'],
  confidentiality: ['None'],
  integrity: ['Serious'],
  availability: ['Severe'],
};
const others = { ...some, GV: ['Worse'], availability: ['Minor'] };
const counts = Array.from({ length: 20 }, (_, i) => choicesOf(round.questions, i < 12 ? some : others).flat()).reduce(
  (sum, one) => sum.map((count, i) => count + (one[i] ?? 0)),
);

const audit = (program: string) => ({
  organization: 'PIER',
  person: { id: 1, name: 'Ada', organization: 'PIER' },
  program,
  at: '2027-02-05T09:00:00.000Z',
});

/** The host has a round that was counted; it says besides that fifty were asked and thirty-seven answered, which is not so. */
function hasARound(of: object = {}, ballot: object = {}) {
  const told = round.page({ stage: 'decided', outcome: 'counted', counts, ...of });
  answersTo('GET /api/exposure', { sets: [], rounds: [told], least_answers: 15, may: [] });
  answersTo('GET /api/exposure/rounds/4', told);
  answersTo('GET /api/elections/9', round.electionPage({ stage: 'decided', archive, counts, ...ballot }));
}
const figure = (name: string) => screen.findByTestId(`figure-${name}`);

beforeEach(async () => {
  await clear();
  declaredHere.mockClear();
  round.happens();
  hasARound();
});

describe('the strategic page', () => {
  it('shows no total before this device verified it', async () => {
    let verify = () => {};
    declaredHere.mockImplementationOnce(
      () => new Promise((done) => (verify = () => done({ checks: [], asked: 48, took: 20 }))),
    );
    show(<Strategic />);
    expect((await screen.findByTestId('verifying')).textContent).toContain('0 of 1 rounds');
    await waitFor(() => expect(declaredHere).toHaveBeenCalled());
    expect(screen.queryByTestId('figure-turnout')).toBeNull();
    verify();
    await figure('turnout');
    expect(screen.queryByTestId('verifying')).toBeNull();
  });
  it('counts who took part by the record, and not by what the host says', async () => {
    show(<Strategic />);
    const turnout = await figure('turnout');
    expect(within(turnout).getByTestId('value').textContent).toBe('20 of 48');
    expect(turnout.textContent).toContain(
      '42% of the organizations asked took part in the last round: First quarter of 2027.',
    );
    expect(turnout.textContent).toContain('No earlier asking to compare with.');
  });
  it('says what moved and what was hit, in organizations', async () => {
    show(<Strategic />);
    // Twelve better less eight worse, and nobody; of two functions.
    const movement = await figure('movement');
    expect(within(movement).getByTestId('value').textContent).toBe('+2 organizations');
    expect(movement.textContent).toContain('Best: GOVERN (+4); last: IDENTIFY (0).');
    const hit = (harm: string) => screen.getByTestId(`hit-${harm}`).textContent;
    expect(hit('confidentiality')).toMatch(/^Confidentiality0/);
    expect(hit('integrity')).toMatch(/^Integrity20/);
    expect(hit('availability')).toMatch(/^Availability12/);
    expect(screen.queryByTestId('hit-reliability')).toBeNull();
  });
  it('says where nothing was asked yet', async () => {
    show(<Strategic />);
    expect((await figure('maturity')).textContent).toContain('Not asked in a counted round yet.');
    expect((await figure('weak')).textContent).toContain('Not asked in a counted round yet.');
  });
  it('names the archive, and the programs with which it was verified once they are two', async () => {
    show(<Strategic />);
    const checks = await screen.findByTestId('checks');
    expect(checks.textContent).toContain(archive);
    expect(checks.textContent).toContain('Not checked by two programs yet');
  });
  it('counts programs, and not who used them', async () => {
    hasARound({ audits: [audit('page'), audit('ccop'), audit('page')] });
    show(<Strategic />);
    expect(await screen.findByText('Checked by 2 programs')).toBeTruthy();
  });
  it('verifies the same totals once, and other ones again', async () => {
    const shows = async () => {
      const { unmount } = show(<Strategic />);
      await figure('turnout');
      unmount();
    };
    await shows();
    await shows();
    expect(declaredHere).toHaveBeenCalledTimes(1);
    hasARound({}, { counts: counts.map((count) => count + 1) });
    await shows();
    expect(declaredHere).toHaveBeenCalledTimes(2);
    hasARound({}, { archive: 'b'.repeat(64) });
    await shows();
    expect(declaredHere).toHaveBeenCalledTimes(3);
  });
  it('takes other words of a question for another one, although it verified the totals before', async () => {
    const { unmount } = show(<Strategic />);
    await figure('turnout');
    unmount();
    round.showsSet(0, round.setText(0).replace('"name": "GOVERN"', '"name": "RECOVER"'));
    show(<Strategic />);
    expect((await screen.findByTestId('not-verified')).textContent).toContain('other questions than the Members');
  });
  it('has the highest risks between the functions and what all of it rests on', async () => {
    answersTo('GET /api/risks', { risks: [], bands: { frequency: [], impact: [] }, community: '', may: [] });
    show(<Strategic />);
    const top = await screen.findByTestId('top-risks');
    const follows = (one: HTMLElement, other: HTMLElement) =>
      (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    expect(follows(await figure('events'), top)).toBe(true);
    expect(follows(top, screen.getByTestId('checks'))).toBe(true);
    expect(await within(top).findByText('Members have not rated risks in a counted round yet.')).toBeTruthy();
  });
  it('makes no figure of totals that do not hold', async () => {
    declaredHere.mockRejectedValueOnce(new RefusedHere('result-is-another'));
    show(<Strategic />);
    expect((await screen.findByTestId('not-verified')).textContent).toContain(
      'not what the ballots of the record give',
    );
    expect(screen.queryByTestId('figure-turnout')).toBeNull();
  });
  it('makes no figure of the ballot of another round', async () => {
    const other = { ...round.page({ stage: 'decided', outcome: 'counted', counts }), id: 5 };
    answersTo('GET /api/exposure', { sets: [], rounds: [other], least_answers: 15, may: [] });
    answersTo('GET /api/exposure/rounds/5', other);
    show(<Strategic />);
    expect(await screen.findByTestId('not-verified')).toBeTruthy();
    expect(declaredHere).not.toHaveBeenCalled();
  });
  it('makes no figure of questions that were not adopted', async () => {
    hasARound({}, { setup: round.setupWith([]) });
    show(<Strategic />);
    expect((await screen.findByTestId('not-verified')).textContent).toContain(
      'other questions than the Members adopted',
    );
  });
  it('says that there is nothing before a round is counted', async () => {
    hasARound({ outcome: null, stage: 'voting' });
    show(<Strategic />);
    expect(await screen.findByTestId('no-rounds')).toBeTruthy();
  });
});

describe('the release form', () => {
  it('is a text to be copied, and the same as a file', async () => {
    show(<Release />);
    const text = (await screen.findByTestId('release-text')).textContent;
    expect(text).toContain('Took part\nabout 40 % of the organizations asked');
    expect(text).toContain('GOVERN: Worse about 40 %; Same under 5 %; Better about 60 %');
    await userEvent.click(screen.getByRole('button', { name: 'Save as a file' }));
    expect(vi.mocked(download)).toHaveBeenCalledWith('exposure-2027-01-31.txt', `${text}\n`, 'text/plain');
    expect(screen.getByRole('button', { name: 'Copy the text' })).toBeTruthy();
  });
  it('says that the group has to agree first', async () => {
    show(<Release />);
    expect((await screen.findByTestId('release-rule')).textContent).toContain('unless the group expressly agreed');
  });
  it('is not given of totals that do not hold', async () => {
    declaredHere.mockRejectedValueOnce(new RefusedHere('result-is-another'));
    show(<Release />);
    expect(await screen.findByTestId('not-verified')).toBeTruthy();
    expect(screen.queryByTestId('release-text')).toBeNull();
  });
});

describe('the trend', () => {
  it('says what there is not enough of yet', async () => {
    show(<Trend />);
    expect((await screen.findByTestId('askings')).textContent).toContain('No question on a state was asked twice yet');
    expect(screen.getByTestId('movement').textContent).toContain('Asked in fewer than two quarters so far.');
    expect(screen.getByTestId('events').textContent).toContain('Asked in fewer than two quarters so far.');
  });
});
