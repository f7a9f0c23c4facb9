import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { forget } from '../../acts/kept';
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { chooser, commands, contentsSent, letsAct, opens } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { aRegister, aRisk, aRoundHead, aText, described } from '../../testing/risks';
import { answersTo } from '../../testing/server';
import { risks } from './index';
// What is loaded when it is asked for is loaded before a test waits for it.
import './NewRisk';
import './ReviseRisk';
import './Risk';

// That totals are verified, the tests of exposure show.
const { verifiedRound } = vi.hoisted(() => ({ verifiedRound: vi.fn() }));
vi.mock('../exposure/verified', () => ({ verifiedRound }));

const organization = (id: number, key: string, until: string | null = null) => ({
  id,
  key,
  name: key,
  status: 'member',
  until,
});

beforeEach(() => {
  letsAct();
  answersTo('GET /api/community', { time_zone: 'Europe/Zurich' });
  answersTo('GET /api/exposure', { sets: [], rounds: [], least_answers: 15, least_days_open: 7, may: [] });
  answersTo('GET /api/risks', aRegister());
  answersTo('GET /api/items', { items: [], may: [], time_zone: 'Europe/Zurich' });
  answersTo('GET /api/organizations', {
    organizations: [organization(2, 'QUAY'), organization(3, 'TUGS'), organization(4, 'GONE', '2026-01-01T00:00:00Z')],
    may: { propose_observer: false },
  });
});

async function at(risk: Schemas['Risk'], heading = 'The quay floods') {
  answersTo('GET /api/risks/0', risk);
  const shown = showAt('/risks/0', risks.routes);
  await screen.findByRole('heading', { level: 1, name: heading });
  return shown;
}

describe('a risk says', () => {
  it('what it is, whom it would hurt and why, and how it stands', async () => {
    await at(aRisk());
    expect(screen.getByTestId('standing').textContent).toContain('QUAY');
    expect(screen.getByTestId('what').textContent).toContain('A storm surge comes at spring tide.');
    const harms = screen.getByTestId('harms');
    expect(within(harms).getByRole('row', { name: /^Availability Severe Nothing can be landed\.$/ })).toBeTruthy();
    expect(within(harms).getByRole('row', { name: /^Reliability Not judged yet/ })).toBeTruthy();
    const own = screen.getByTestId('own-bands');
    expect(own.textContent).toBe('As its owner sees it: 6Unlikely: onceMajor: much');
    const ties = screen.getByTestId('ties');
    expect(within(ties).getByRole('link', { name: 'incident--1' }).getAttribute('href')).toBe(
      '/exchange/object/incident--1',
    );
  });
  it('what it may cost, as a table too, where ranges are given', async () => {
    const ranges = { times_in_a_century: { least: 100, most: 100 }, loss: { least: 50, most: 50 } };
    await at(aRisk({ says: { ranges } }));
    const losses = screen.getByTestId('losses');
    expect(losses.textContent).toContain('100 to 100 times in a century');
    await userEvent.click(within(losses).getByText('As a table'));
    // In half of the years at least one, in a tenth two, in a twentieth three.
    expect(within(losses).getByRole('row', { name: '50% 50K' })).toBeTruthy();
    expect(within(losses).getByRole('row', { name: '10% 100K' })).toBeTruthy();
    expect(within(losses).getByRole('row', { name: '5% 150K' })).toBeTruthy();
  });
  it('how it was described before, with what changed', async () => {
    const by = { id: 1, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'BUOY' };
    const version = (text: object, at: string) => ({ text: described(text), items: [], by, at });
    await at(
      aRisk({
        versions: [
          version({ ...aText, threat: 'A storm.' }, '2026-02-01T09:00:00.000Z'),
          version(aText, '2026-04-01T09:00:00.000Z'),
        ],
        reviews: [{ note: 'The gate was mended.', by, at: '2026-05-01T09:00:00.000Z' }],
      }),
    );
    const events = within(screen.getByTestId('history')).getAllByRole('listitem');
    expect(events.map(({ textContent }) => textContent?.replace(/^.*? · /, ''))).toEqual([
      'Ada looked at it againThe gate was mended.',
      'Ada described it anew1 changeThreatA storm. A storm surge comes at spring tide.',
      'It was taken up into the register',
      'Ada proposed it',
    ]);
  });
  it('that its text was erased', async () => {
    await at(aRisk({ text: null, title: null }), '(erased)');
    expect(screen.getByTestId('history')).toBeTruthy();
    expect(screen.queryByTestId('harms')).toBeNull();
  });
});

describe("Members' rating", () => {
  const inTheCell = (frequency: number, impact: number) => ({
    asks: { asked: [{ set: { id: 'risks', questions: [{ id: 'RISK-1' }] } }] },
    counts: new Map([
      ['RISK-1', Array.from({ length: 25 }, (_, i) => (i === (frequency - 1) * 5 + impact - 1 ? 20 : 0))],
    ]),
  });
  const asking = (id: number, year: number) =>
    aRoundHead({ id, opens: `${year}-01-10T09:00:00.000Z`, closes: `${year}-01-31T09:00:00.000Z` });
  const asks = (...rounds: Schemas['RoundHead'][]) =>
    answersTo('GET /api/exposure', { sets: [], rounds, least_answers: 15, least_days_open: 7, may: [] });
  beforeEach(async () => {
    for (const id of [4, 8]) await forget(`risks/ccop/rated/${id}`);
    verifiedRound.mockReset();
  });
  it('says which way it went from asking to asking, once this device verified both', async () => {
    asks(asking(8, 2027), asking(4, 2026));
    verifiedRound.mockImplementation((id: number) => Promise.resolve(id === 4 ? inTheCell(4, 4) : inTheCell(3, 3)));
    await at(aRisk());
    expect(verifiedRound).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: "Verify and show Members' ratings" }));
    const course = await screen.findByTestId('course');
    expect(within(course).getByTestId('trend').textContent).toBe('-2 since Q1 ’26: better');
    await userEvent.click(within(course).getByText('As a table'));
    expect(within(course).getByRole('row', { name: 'Score 8 6' })).toBeTruthy();
    expect(verifiedRound.mock.calls.map(([id]) => id as number)).toEqual([8, 4]);
  });
  it('says no way where an earlier asking does not hold, and shows the last', async () => {
    asks(asking(4, 2026), asking(8, 2027));
    verifiedRound.mockImplementation((id: number) =>
      id === 4 ? Promise.reject(new RefusedHere('result-is-another')) : Promise.resolve(inTheCell(3, 3)),
    );
    await at(aRisk());
    await userEvent.click(await screen.findByRole('button', { name: "Verify and show Members' ratings" }));
    await screen.findByTestId('members-rating');
    await waitFor(() => expect(verifiedRound).toHaveBeenCalledTimes(2));
    expect(screen.queryByTestId('course')).toBeNull();
  });
});

describe('what may be done', () => {
  it('is nothing where nothing may', async () => {
    await at(aRisk());
    expect(screen.queryByTestId('moves')).toBeNull();
  });
  it('taking up names an owner that belongs, and a day', async () => {
    await at(aRisk({ state: 'proposed', owner: null, review_by: null, may: ['take-up-risk', 'decline-risk'] }));
    const form = await opens('Take up');
    await userEvent.click(chooser(form, /Owner/));
    expect(screen.queryByRole('option', { name: 'GONE' })).toBeNull();
    await userEvent.click(await screen.findByRole('option', { name: 'TUGS' }));
    await userEvent.click(within(form).getByRole('button', { name: 'Take up' }));
    await waitFor(() => expect(commands()).toHaveLength(1));
    const [asked] = commands();
    expect(asked).toMatchObject({ type: 'take-up-risk', risk: 0, owner: 3 });
    const days = (Date.parse(String(asked?.review_by)) - Date.now()) / (24 * 3600 * 1000);
    expect(days).toBeGreaterThan(360);
    expect(days).toBeLessThanOrEqual(366);
  });
  it('looking at it again says what one found', async () => {
    await at(aRisk({ may: ['review-risk'] }));
    const form = await opens('Look at it again');
    await userEvent.type(within(form).getByLabelText(/What you found/), 'It holds.');
    await userEvent.click(within(form).getByRole('button', { name: 'Look at it again' }));
    await waitFor(() => expect(commands()[0]).toMatchObject({ type: 'review-risk', risk: 0 }));
    expect(contentsSent()).toEqual(['It holds.']);
  });
  it.each([
    ['Decline', 'decline-risk'],
    ['Close', 'close-risk'],
  ] as const)('%s asks for the reason', async (label, type) => {
    await at(aRisk({ may: [type] }));
    const form = await opens(label);
    await userEvent.type(within(form).getByLabelText(/Reason/), 'It is another.');
    const [send] = within(form).getAllByRole('button', { name: label }).slice(-1);
    if (send) await userEvent.click(send);
    await waitFor(() => expect(commands()[0]).toMatchObject({ type, risk: 0 }));
    expect(contentsSent()).toEqual(['It is another.']);
  });
  it('handing over offers not who has it', async () => {
    await at(aRisk({ may: ['hand-over-risk'] }));
    const form = await opens('Hand over');
    await userEvent.click(chooser(form, /Owner/));
    await screen.findByRole('option', { name: 'TUGS' });
    expect(screen.queryByRole('option', { name: 'QUAY' })).toBeNull();
  });
});

describe('a risk is written', () => {
  it('anew from what it says, and what is said in part is told first', async () => {
    answersTo('GET /api/risks/0', aRisk({ may: ['revise-risk'] }));
    const { router } = showAt('/risks/0/revise', risks.routes);
    const threat = await screen.findByLabelText(/^Threat/);
    fireEvent.change(threat, { target: { value: 'A flood.' } });
    const least = screen.getByLabelText(/^At least so many times/);
    fireEvent.change(least, { target: { value: '5' } });
    await userEvent.click(screen.getByRole('button', { name: 'Describe it anew' }));
    expect(screen.getByTestId('slips').textContent).toBe('Fill all four numbers, or none.');
    expect(commands()).toEqual([]);
    fireEvent.change(least, { target: { value: '' } });
    await userEvent.click(screen.getByRole('button', { name: 'Describe it anew' }));
    await waitFor(() => expect(commands()[0]).toMatchObject({ type: 'revise-risk', risk: 0, items: [] }));
    expect(JSON.parse(contentsSent()[0] ?? '')).toEqual({ ...aText, threat: 'A flood.' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/risks/0'));
  });
  it('from an incident, filled, and leads to the risk', async () => {
    answersTo('GET /api/risks', aRegister({ may: ['propose-risk'] }));
    answersTo('GET /api/exchange/object', {
      id: 'incident--7',
      type: 'incident',
      title: 'Sign-in page copied',
      marking: 'green',
      object: { description: 'Seen with T1566.' },
      related: [],
    });
    answersTo('POST /api/acts', { seq: 3, acts: [{ type: 'risk-proposed', risk: 0 }] });
    answersTo('GET /api/risks/0', aRisk());
    const { router } = showAt('/risks/new?incident=incident--7', risks.routes);
    const title = await screen.findByLabelText<HTMLInputElement>(/^Title/);
    expect(title.value).toBe('Sign-in page copied');
    expect(screen.getByLabelText<HTMLInputElement>(/^Incidents/).value).toBe('incident--7');
    await userEvent.click(screen.getByRole('button', { name: 'Propose a risk' }));
    await waitFor(() => expect(commands()[0]).toMatchObject({ type: 'propose-risk', items: [] }));
    expect(JSON.parse(contentsSent()[0] ?? '')).toMatchObject({ techniques: ['T1566'], marking: 'green' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/risks/0'));
  });
  it('from an outcome, with its words, once its set is read', async () => {
    answersTo('GET /api/risks', aRegister({ may: ['propose-risk'] }));
    const facts = { name: 's', version: 1, rhythm: 'yearly', fingerprint: 'f', parts: 0 };
    answersTo('GET /api/exposure', {
      sets: [{ id: 2, facts, motion: 0, adopted_at: null, in_force: true }],
      rounds: [],
    });
    const question = { id: 'PR.AA-03', group: 'g', text: 'Are people known?', choose: { min: 0, max: 1 }, levels: [] };
    const set = {
      id: 's',
      version: 1,
      rhythm: 'yearly',
      title: 'S',
      rights: '',
      credit: '',
      groups: [],
      questions: [question],
    };
    answersTo('GET /api/exposure/sets/2', { questions: { salt: '', text: JSON.stringify(set) } });
    showAt('/risks/new?outcome=PR.AA-03', risks.routes);
    expect((await screen.findByLabelText<HTMLInputElement>(/^Title/)).value).toBe('Weak: PR.AA-03: Are people known?');
    expect(screen.getByLabelText<HTMLInputElement>(/^Outcomes/).value).toBe('PR.AA-03');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Weakness/).value).toBe('PR.AA-03 asks: Are people known?');
  });
  it('by who may alone', async () => {
    showAt('/risks/new', risks.routes);
    expect(await screen.findByText(/This is not yours to write/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Title/)).toBeNull();
  });
});
