import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { RefusedHere } from '../../acts/problems';
import { castBallot } from '../../ballot/cast';
import { powerOfGenerator, randomScalar, written } from '../../ballot/group';
import { credentialSecret, newBox, votingSecret } from '../../ballot/votingKey';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord, No } from '../../testing/server';
import { remember } from '../keyboxes/shared';
import { mustBeOpened } from './evidence';
import type { ElectionPage } from './standing';
import { VoteCard } from './VoteCard';
import './words';

// What the record says of an election, evidence.test.tsx shows.
vi.mock('./evidence', () => ({ mustBeOpened: vi.fn(() => Promise.resolve()) }));

const setup = JSON.stringify({
  uuid: 'ABCDEFGHJKLMNP',
  public_key: written(powerOfGenerator(randomScalar())),
  questions: [{ answers: ['For', 'Against'], blank: true, min: 1, max: 1, question: 'Which?' }],
});
const box = remember(newBox());
const anElection = (more: Partial<ElectionPage>) =>
  ({
    id: 9,
    uuid: 'ABCDEFGHJKLMNP',
    setup,
    motion: { id: 1, title: 'A new pier', options: [] },
    candidates: [],
    my_tracker: null,
    may: ['cast-ballot'],
    own_key: { organization: 3, year: 2026, key: 'the key', box },
    ...more,
  }) as unknown as ElectionPage;
const card = (more: Partial<ElectionPage> = {}) => show(<VoteCard election={anElection(more)} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function chooses(answer: string) {
  await userEvent.click(await screen.findByLabelText(answer));
}

let theLog = '';

beforeEach(() => {
  theLog = keepsRecord().key;
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
});

describe('the voter', () => {
  it.each(['voting', 'closed'] as const)('who speaks for no Member is shown no ballot while it is %s', (stage) => {
    card({ may: [], stage, own_key: null });
    expect(screen.queryByTestId('vote')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/not on the roll/)).toBeNull();
  });
  it('whose Member is not on the roll is shown no ballot, and reads why', () => {
    card({ may: [], stage: 'voting', own_key: { organization: 3, year: 2026, key: null, box: null } });
    expect(screen.getByText(/Your seat is not on the roll of this ballot/)).toBeTruthy();
    expect(screen.queryByTestId('vote')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('who has voted sees the tracking number after the close, and can not vote again', () => {
    card({ may: [], stage: 'closed', my_tracker: 'Tr4ck3r' });
    expect(screen.getByTestId('tracker').textContent).toBe('Tr4ck3r');
    expect(screen.queryByRole('button', { name: 'Vote again' })).toBeNull();
  });
  it('who has voted sees the tracking number, and votes again on demand', async () => {
    card({ my_tracker: 'Tr4ck3r' });
    expect(screen.getByTestId('tracker').textContent).toBe('Tr4ck3r');
    expect(screen.queryByRole('radio')).toBeNull();
    await press('Vote again');
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
  });
  it('encrypts nothing without an answer', async () => {
    card();
    const encrypt = (await screen.findByRole('button', { name: 'Encrypt my vote' })) as HTMLButtonElement;
    expect(encrypt.disabled).toBe(true);
    await chooses('For');
    expect(encrypt.disabled).toBe(false);
  });
  it("opens the seat's keybox first, where this page has not", async () => {
    const kept = { box: 'another', credential: 'AQID', wrapped: '{}' };
    answersTo('GET /api/keybox', {
      keybox: { organization: 3, key: 'PIER', this_year: 2026, wrapped: [kept], keys: [], may: [] },
    });
    card({ own_key: { organization: 3, year: 2026, key: 'the key', box: 'another' } });
    expect(await screen.findByRole('button', { name: 'Open with my passkey' })).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
  it('encrypts nothing for another election than the record opened', async () => {
    vi.mocked(mustBeOpened).mockRejectedValueOnce(new RefusedHere('election-is-another'));
    card();
    await chooses('For');
    await press('Encrypt my vote');
    expect((await screen.findByTestId('problem')).textContent).toContain('another election than the record opened');
    expect(screen.queryByTestId('tracker')).toBeNull();
  });
  it('casts the encrypted ballot, and what was chosen stays on the device', async () => {
    card();
    await chooses('Against');
    await press('Encrypt my vote');
    const tracker = (await screen.findByTestId('tracker')).textContent ?? '';
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
    await press('Cast this ballot');
    await waitFor(() => expect(asked.some(({ what }) => what === 'POST /api/acts')).toBe(true));
    const sent = asked.find(({ what }) => what === 'POST /api/acts')?.body as { request: string; contents: object[] };
    const { command } = JSON.parse(sent.request) as { command: Record<string, unknown> };
    expect(command).toMatchObject({ type: 'cast-ballot', election: 9, tracker });
    expect(sent.contents).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('Against');
  });
  it('sees that a ballot says what was chosen; that one is not cast, and the choice stays on the paper', async () => {
    card();
    await chooses('Blank vote');
    await press('Encrypt my vote');
    await userEvent.click(await screen.findByRole('button', { name: 'Check this ballot first' }));
    expect(screen.getByTestId('opened').textContent).toContain('The ballot holds what you chose');
    expect(screen.queryByRole('button', { name: 'Cast this ballot' })).toBeNull();
    await press('Make a new ballot');
    expect((screen.getByLabelText('Blank vote') as HTMLInputElement).checked).toBe(true);
  });
});

describe('a host that would have another vote', () => {
  const names = ['Ada Anchor (PIER)', 'Ben Buoy (QUAY)'];
  const asking = (question: string, answers: string[]) =>
    JSON.stringify({
      ...(JSON.parse(setup) as object),
      questions: [{ answers, blank: true, min: 1, max: 1, question }],
    });
  const straight = asking('Who shall be co-Chair?', names);
  const swapped = asking('Who shall be co-Chair?', [...names].reverse());
  const told = (now: string) => anElection({ motion: null, setup: now });

  /** The card, and how the host tells its page something else. */
  function showsTold(first: ElectionPage) {
    let tell: (next: ElectionPage) => void = () => undefined;
    function Page() {
      const [now, setNow] = useState(first);
      tell = setNow;
      return <VoteCard election={now} />;
    }
    show(<Page />);
    return (next: ElectionPage) => act(() => tell(next));
  }
  const isChosen = (name: string) => (screen.getByLabelText(name) as HTMLInputElement).checked;

  it('and swaps the names after the choice, has none', async () => {
    const tells = showsTold(told(swapped));
    await chooses(names[1] ?? '');
    tells(told(straight));
    expect(names.map(isChosen)).toEqual([false, false]);
    expect(screen.getByRole('button', { name: 'Encrypt my vote' }).hasAttribute('disabled')).toBe(true);
  });
  it('and refuses the casting, has none that is not held against the record anew', async () => {
    vi.mocked(mustBeOpened).mockClear();
    answersTo('POST /api/acts', new No(422, 'ballot-not-sound', undefined, { what: 'a proof' }));
    const tells = showsTold(told(straight));
    await chooses(names[0] ?? '');
    await press('Encrypt my vote');
    await screen.findByTestId('tracker');
    await press('Cast this ballot');
    await waitFor(() => expect(asked.some(({ what }) => what === 'POST /api/acts')).toBe(true));
    vi.mocked(mustBeOpened).mockRejectedValueOnce(new RefusedHere('election-is-another'));
    tells(told(swapped));
    await userEvent.click(await screen.findByRole('button', { name: 'Choose again' }));
    expect(names.map(isChosen)).toEqual([false, false]);
    await chooses(names[0] ?? '');
    await press('Encrypt my vote');
    await screen.findByText(/another election than the record opened/);
    expect(screen.queryByTestId('tracker')).toBeNull();
    expect(vi.mocked(mustBeOpened).mock.calls.map(([election]) => election.setup)).toEqual([straight, swapped]);
  });
  it('and tells another question beside the setup, is not asked by the page', async () => {
    card({ setup: asking('A new pier', ['For', 'Against']), motion: { id: 1, title: 'No pier', options: [] } });
    expect(await screen.findByText(/Your vote on: A new pier/)).toBeTruthy();
    cleanup();
    const one = asking('Shall Ada Anchor (PIER) be co-Chair?', ['For', 'Against']);
    card({ setup: one, motion: null, candidates: [{ id: 2, name: 'Ben Buoy' }] as ElectionPage['candidates'] });
    expect(await screen.findByText(/Shall Ada Anchor \(PIER\) be co-Chair/)).toBeTruthy();
  });
});

describe('a ballot that was made elsewhere', () => {
  const ownBox = newBox();
  const uuid = 'ABCDEFGHJKLMNP';
  const seat = () => ({ log: theLog, organization: 3, year: 2026 });
  const madeFor = (which = setup, box = ownBox) => castBallot(which, credentialSecret(box, seat(), uuid), [[0, 0, 1]]);
  const bring = async (text: string) => {
    const key = written(powerOfGenerator(votingSecret(ownBox, seat())));
    card({ own_key: { organization: 3, year: 2026, key, box: 'a box that this page never opened' } });
    await press('I make my ballot elsewhere');
    const field = await waitFor(() => {
      const found = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!found) throw new Error('no file field yet');
      return found;
    });
    await userEvent.upload(field, new File([text], 'ballot.json', { type: 'application/json' }));
    await press('Use this ballot');
  };

  it('is signed and sent as it is, without the keybox', async () => {
    const made = madeFor();
    await bring(made.text);
    expect((await screen.findByTestId('tracker')).textContent).toBe(made.tracker);
    expect(screen.queryByRole('button', { name: 'Check this ballot first' })).toBeNull();
    await press('Cast this ballot');
    await waitFor(() => expect(asked.some(({ what }) => what === 'POST /api/acts')).toBe(true));
    const sent = asked.find(({ what }) => what === 'POST /api/acts')?.body as { request: string; contents: object[] };
    const { command } = JSON.parse(sent.request) as { command: Record<string, unknown> };
    expect(command).toMatchObject({ type: 'cast-ballot', election: 9, tracker: made.tracker });
    expect(sent.contents).toMatchObject([{ text: made.text }]);
  });
  it.each([
    ['another election', () => madeFor(setup.replace(uuid, 'ZBCDEFGHJKLMNP')).text],
    ['another setup', () => madeFor(setup.replace('Which?', 'Who?')).text],
    ['another seat', () => madeFor(setup, newBox()).text],
    ['nothing', () => 'no ballot'],
  ])('is refused where it is of %s', async (_, text) => {
    await bring(text());
    expect(await screen.findByText(/This is no ballot of this election and your seat/)).toBeTruthy();
    expect(screen.queryByTestId('tracker')).toBeNull();
  });
  it('is not taken for an election that the record did not open', async () => {
    vi.mocked(mustBeOpened).mockRejectedValueOnce(new RefusedHere('election-is-another'));
    await bring(madeFor().text);
    expect((await screen.findByTestId('problem')).textContent).toContain('another election than the record opened');
    expect(screen.queryByTestId('tracker')).toBeNull();
  });
});
