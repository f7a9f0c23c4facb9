// A round is answered by keys alone, last time's answers are at hand, and of what is answered nothing leaves the device in clear.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { RefusedHere } from '../../acts/problems';
import { newBox } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { commands, letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo, asked, No } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { remember, seal, unseal } from '../keyboxes/shared';
import { AnswerCard } from './AnswerCard';
import { isAnswersFile } from './answersFile';
import { openedFrom } from './keeping';
import { isOwnAnswers } from './ownAnswers';
import './words';

// What the record says of the ballot, the tests of elections show; what it says of the questions, evidence.test.tsx.
const { mustBeOpened } = vi.hoisted(() => ({ mustBeOpened: vi.fn(() => Promise.resolve()) }));
vi.mock('../elections/evidence', () => ({ mustBeOpened }));
vi.mock('../../components/download', () => ({ download: vi.fn() }));

const round = new ARound();
const box = newBox();
const name = remember(box);
const seat = () => ({ log: round.log.key, organization: 3 });
const own_key = { organization: 3, year: 2027, key: 'the key', box: name };

const card = (more: object = {}) =>
  show(
    <AnswerCard
      round={round.page() as never}
      election={round.electionPage({ own_key, may: ['cast-ballot'], ...more }) as unknown as ElectionPage}
    />,
  );
const press = async (label: string) => userEvent.click(await screen.findByRole('button', { name: label }));
const keys = (text: string) => userEvent.keyboard(text);
const heading = () => within(screen.getByTestId('asking')).getByRole('heading').textContent;
const posted = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body);
const keptAtHost = () => (posted('POST /api/exposure/own/keep').at(-1) as { sealed: string } | undefined)?.sealed ?? '';

/** What the host has of earlier rounds. */
const before = (...rounds: object[]) =>
  answersTo('GET /api/exposure/own', { sealed: seal(box, seat(), 'own answers', rounds) });
const lastTime = {
  round: 1,
  at: '2026-10-10T09:00:00.000Z',
  answers: {
    'movement/GV': ['Better'],
    'movement/ID': ['Same'],
    'events-of-the-quarter/causes': ['Mistake', 'Deception'],
    'events-of-the-quarter/techniques': ['T1566', 'T9999'],
  },
};

beforeEach(() => {
  letsAct();
  round.happens();
  answersTo('GET /api/exposure/own', { sealed: null });
  answersTo('POST /api/exposure/own/keep', {});
  mustBeOpened.mockClear();
});

/** Casts what was answered, from the overview, without touching anything but keys. */
async function casts() {
  await screen.findByTestId('review');
  await keys('{Enter}');
  await press('Cast this ballot');
  await waitFor(() => expect(posted('POST /api/exposure/own/keep').length).toBeGreaterThan(0));
}
const answersOf = (sealed: string) => unseal(box, seat(), 'own answers', sealed, isOwnAnswers).at(-1)?.answers;

describe('by keys alone', { timeout: 60_000 }, () => {
  it('a number chooses a level and goes on, to the overview after the last', async () => {
    card();
    await press('Answer the questions');
    expect(heading()).toBe('GV: GOVERN');
    await keys('3');
    expect(heading()).toBe('ID: IDENTIFY');
    await keys('21111');
    expect(heading()).toBe('confidentiality');
    await keys('4321');
    expect(heading()).toBe('causes');
    await keys('16{Enter}2{Enter}50');
    const review = await screen.findByTestId('review');
    expect(review.textContent).toContain('13 of 14 questions answered.');
    expect(document.activeElement?.textContent).toBe('Encrypt my answers');
    await casts();
    expect(answersOf(keptAtHost())).toMatchObject({
      'movement/GV': ['Better'],
      'movement/ID': ['Same'],
      'movement/RC': ['Worse'],
      'events-of-the-quarter/confidentiality': ['Severe'],
      'events-of-the-quarter/causes': ['Deception', 'Mistake'],
      'events-of-the-quarter/techniques': ['T1190'],
    });
  });
  it('arrows go from question to question, up and down choose, and 0 skips', async () => {
    card();
    await press('Answer the questions');
    await keys('{ArrowRight}');
    expect(heading()).toBe('ID: IDENTIFY');
    await keys('{ArrowLeft}');
    expect(heading()).toBe('GV: GOVERN');
    await keys(' {ArrowDown}');
    expect((screen.getByRole('radio', { name: /Same/ }) as HTMLInputElement).checked).toBe(true);
    await keys('{Enter}3{ArrowLeft}0');
    expect(heading()).toBe('PR: PROTECT');
    expect(screen.getByText(/Question 3 of 14; 1 answered/)).toBeTruthy();
  });
  it('each level says its sentence of evidence, and what is counted together says so', async () => {
    card();
    await press('Answer the questions');
    expect(screen.getByText(/Something in direction or oversight improved that a document shows/)).toBeTruthy();
    expect(screen.queryByText(/Counted together/)).toBeNull();
    await keys('111111');
    expect(screen.getByText('Counted together with integrity: it counts if you answer both.')).toBeTruthy();
  });
  it('keys with Ctrl, Alt or Meta are left to the browser', async () => {
    card();
    await press('Answer the questions');
    await keys('{Control>}3{/Control}{Alt>}{ArrowRight}{/Alt}');
    expect(heading()).toBe('GV: GOVERN');
  });
  it('of a list no more are chosen than are allowed', async () => {
    card();
    await press('Answer the questions');
    await keys(`${'{ArrowRight}'.repeat(10)}`);
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(8);
    expect(screen.getByText('At most 8.')).toBeTruthy();
  });
});

describe("last time's answers", { timeout: 60_000 }, () => {
  it('are marked, and taken one by one', async () => {
    before(lastTime);
    card();
    await press('Answer the questions');
    expect(screen.getByRole('radio', { name: /Better.*last time/ })).toBeTruthy();
    await keys('a');
    expect(heading()).toBe('ID: IDENTIFY');
    await press('As last time');
    expect(heading()).toBe('PR: PROTECT');
    expect(screen.queryByRole('button', { name: 'As last time' })).toBeNull();
    await keys('a');
    expect(heading()).toBe('PR: PROTECT');
    await casting();
    expect(answersOf(keptAtHost())).toEqual({ 'movement/GV': ['Better'], 'movement/ID': ['Same'] });
  });
  it('are taken for all that is open, in three steps, but for what was answered or skipped on purpose', async () => {
    before(lastTime);
    card();
    await press('Answer the questions');
    await keys('01{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await press('All 2 open questions as last time');
    await casts();
    expect(answersOf(keptAtHost())).toEqual({
      'movement/ID': ['Worse'],
      'events-of-the-quarter/causes': ['Mistake', 'Deception'],
      // One that is not on this round's list can't be chosen.
      'events-of-the-quarter/techniques': ['T1566'],
    });
  });
  it('of other rounds stay as they were', async () => {
    before(lastTime);
    card();
    await press('All 4 open questions as last time');
    await casts();
    const [first, second] = unseal(box, seat(), 'own answers', keptAtHost(), isOwnAnswers);
    expect(first).toEqual(lastTime);
    expect(second?.round).toBe(4);
  });
  it('that were given in this round are there to be changed', async () => {
    before({ ...lastTime, round: 4 });
    card({ my_tracker: 'Tr4ck3r' });
    expect(screen.getByTestId('tracker').textContent).toBe('Tr4ck3r');
    await press('Answer again');
    expect(await screen.findByText('4 of 14 questions answered.')).toBeTruthy();
    await press('Go on');
    expect((screen.getByRole('radio', { name: /Better/ }) as HTMLInputElement).checked).toBe(true);
  });
  it('that another keybox sealed are had with that one, or done without', async () => {
    answersTo('GET /api/exposure/own', { sealed: seal(newBox(), seat(), 'own answers', [lastTime]) });
    answersTo('GET /api/keybox', {
      keybox: { organization: 3, key: 'PIER', this_year: 2027, wrapped: [], keys: [], may: [] },
    });
    card();
    expect((await screen.findByTestId('older-answers')).textContent).toContain('a keybox that is not open');
    await press('Go on without: what I answer now takes its place');
    expect(await screen.findByRole('button', { name: 'Answer the questions' })).toBeTruthy();
  });
  it('that are damaged are told, and stand in nobody’s way', async () => {
    const sealed = seal(box, seat(), 'own answers', [lastTime]);
    answersTo('GET /api/exposure/own', { sealed: `${sealed.slice(0, -4)}AAAA` });
    card();
    expect(await screen.findByText(/does not open. It was changed/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Answer the questions' })).toBeTruthy();
  });
});

async function casting() {
  await keys('{ArrowRight}'.repeat(12));
  await casts();
}

describe('what is answered', { timeout: 60_000 }, () => {
  it('is kept on the device until it is cast, sealed, and is there when one comes back', async () => {
    const first = card();
    await press('Answer the questions');
    await keys('321');
    first.unmount();
    card();
    expect(await screen.findByText('3 of 14 questions answered.')).toBeTruthy();
    await press('Go on');
    expect(heading()).toBe('DE: DETECT');
    await casting();
    await waitFor(() => expect(screen.queryByTestId('keeping')).toBeNull());
  });
  it('may be nothing: a ballot is cast all the same, and the same is kept', async () => {
    card();
    await press('Cast without answering');
    await press('Cast this ballot');
    await waitFor(() => expect(keptAtHost()).not.toBe(''));
    expect(commands()).toMatchObject([{ type: 'cast-ballot', election: 9 }]);
    expect(answersOf(keptAtHost())).toEqual({});
  });
  it('is encrypted for no other ballot than the record opened', async () => {
    mustBeOpened.mockRejectedValueOnce(new RefusedHere('election-is-another'));
    card();
    await press('Cast without answering');
    expect((await screen.findByTestId('problem')).textContent).toContain('another election than the record opened');
    expect(screen.queryByTestId('tracker')).toBeNull();
  });
  it('is asked only of what was adopted', async () => {
    round.showsSet(0, round.setText(1));
    card();
    expect((await screen.findByTestId('problem')).textContent).toContain('other questions than the Members adopted');
    expect(screen.queryByRole('button', { name: 'Answer the questions' })).toBeNull();
  });
  it('stays on the device where the host does not keep it, and nothing of the ballot is lost', async () => {
    answersTo('POST /api/exposure/own/keep', new No(503, 'busy'));
    card();
    await press('Answer the questions');
    await keys('3');
    await keys('{ArrowRight}'.repeat(13));
    await casts();
    expect(await screen.findByText(/the server did not take its copy/)).toBeTruthy();
    answersTo('POST /api/exposure/own/keep', {});
    await press('Keep them at the server');
    await waitFor(() => expect(screen.queryByTestId('keeping')).toBeNull());
    expect(openedFrom(seat(), [keptAtHost()]).own[0]?.answers).toEqual({ 'movement/GV': ['Better'] });
  });
  it('is kept together with what another device kept in the meantime', async () => {
    card();
    await press('Answer the questions');
    before({ ...lastTime, round: 3 });
    await keys(`3${'{ArrowRight}'.repeat(13)}`);
    await casts();
    const { own } = openedFrom(seat(), [keptAtHost()]);
    expect(own.map((one) => one.round)).toEqual([3, 4]);
    expect(own[0]?.answers).toEqual(lastTime.answers);
  });
  it('is not lost where the round closes while one casts, and nothing is said to be cast', async () => {
    answersTo('POST /api/acts', new No(422, 'voting-is-not-open'));
    const first = card();
    await press('Answer the questions');
    await keys(`3${'{ArrowRight}'.repeat(13)}{Enter}`);
    await press('Cast this ballot');
    await waitFor(() => expect(screen.getAllByText(/The ballot is not open\./).length).toBeGreaterThan(0));
    expect(posted('POST /api/exposure/own/keep')).toEqual([]);
    expect(screen.queryByText('Your organization took part')).toBeNull();
    first.unmount();
    card();
    expect(await screen.findByText('1 of 14 questions answered.')).toBeTruthy();
  });
  it('is asked without earlier answers where both copies are lost', async () => {
    card();
    await press('Answer the questions');
    expect(screen.queryByRole('button', { name: 'As last time' })).toBeNull();
    await keys(`3${'{ArrowRight}'.repeat(13)}`);
    await casts();
    expect(answersOf(keptAtHost())).toEqual({ 'movement/GV': ['Better'] });
  });
  it('is opened to be checked where one wishes, and then not cast', async () => {
    card();
    await press('Answer the questions');
    await keys(`3${'{ArrowRight}'.repeat(13)}{Enter}`);
    await press('Check this ballot first');
    expect((await screen.findByTestId('opened')).textContent).toContain('The ballot holds what you chose');
    await press('Make a new ballot');
    expect(await screen.findByTestId('review')).toBeTruthy();
  });
});

describe('a ballot that is made elsewhere', () => {
  it('is asked for with its paper, once the questions are those that were adopted', async () => {
    card();
    await press('I make my ballot elsewhere');
    expect(await screen.findByRole('button', { name: 'Save the ballot paper' })).toBeTruthy();
    await press('Answer on this page');
    expect(await screen.findByRole('button', { name: 'Answer the questions' })).toBeTruthy();
  });
  it('is made by the command that the page names, of a file that has every question and what one chooses from', async () => {
    card();
    await press('I make my ballot elsewhere');
    await press('Save a file of answers to fill in');
    expect(screen.getByText(/^ccop exposure answer answers-ABCDEFGHJKLMNP\.json --paper ballot-paper-/)).toBeTruthy();
    const [[name, text = ''] = []] = vi.mocked(download).mock.calls;
    expect(name).toBe('answers-ABCDEFGHJKLMNP.json');
    const file = JSON.parse(text) as { answers: object; choose_from: Record<string, object> };
    expect(isAnswersFile(file)).toBe(true);
    expect(Object.keys(file.answers)).toHaveLength(14);
    expect(file.choose_from['events-of-the-quarter/techniques']).toMatchObject({
      at_most: 2,
      answers: ['T1566', 'T1190'],
    });
    expect(file.choose_from['movement/GV']).toMatchObject({ at_most: 1, answers: ['Worse', 'Same', 'Better'] });
  });
  it('is asked for of no others', async () => {
    round.showsSet(0, round.setText(1));
    card();
    await press('I make my ballot elsewhere');
    expect((await screen.findByTestId('problem')).textContent).toContain('other questions than the Members adopted');
    expect(screen.queryByRole('button', { name: 'Save the ballot paper' })).toBeNull();
  });
});

describe('who is not asked', () => {
  it('reads why, while the round is open', () => {
    card({ may: [], own_key });
    expect(screen.getByText(/Your organization is not asked in this round/)).toBeTruthy();
    expect(screen.queryByTestId('answers')).toBeNull();
  });
  it('is shown nothing where they answer for nobody', () => {
    const { container } = card({ may: [], own_key: null });
    expect(container.textContent).not.toContain('answer');
  });
});
