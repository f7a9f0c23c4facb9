// A colleague prepares answers without the keybox, and whoever has it opens them, looks through, and casts.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { newBox, registrationOf } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo, asked } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { remember } from '../keyboxes/shared';
import { AnswerCard } from './AnswerCard';
import { opened, prepare } from './prepared';
import './words';

// What the record says of the ballot, the tests of elections show; what it says of the questions, evidence.test.tsx.
vi.mock('../elections/evidence', () => ({ mustBeOpened: () => Promise.resolve() }));
vi.mock('../../components/download', () => ({ download: vi.fn() }));

const round = new ARound();
const box = newBox();
const name = remember(box);
const seat = { log: round.log.key, organization: 3, year: 2027 };
const registration = registrationOf(box, seat);
const { uuid } = round.electionPage();

const card = () => {
  const own_key = { organization: 3, year: 2027, key: registration.key, box: name };
  const election = round.electionPage({ own_key, may: ['cast-ballot'] }) as unknown as ElectionPage;
  return show(<AnswerCard round={round.page() as never} election={election} />);
};
const press = async (label: string) => userEvent.click(await screen.findByRole('button', { name: label }));

/** The record has that the seat registered its keys; `by` whose passkey signed it. */
function registers(more: object = {}, by?: number) {
  const [person = 0] = round
    .steps()
    .map((step) => step.person)
    .slice(-1);
  const told = { ...registration, ...more };
  const entry = {
    name: 'registration',
    acts: [{ type: 'voting-key-registered', ...told }],
    person,
    command: { type: 'register-voting-key', ...told },
    ...(by === undefined ? {} : { by }),
  };
  round.happens([...round.steps(), entry]);
}

async function prepares() {
  card();
  await press('I prepare answers for a colleague who has the keybox');
  await screen.findByTestId('asking');
  await userEvent.keyboard('3');
  for (let i = 0; i < 13; i += 1) await userEvent.keyboard('{PageDown}');
  await screen.findByTestId('review');
  await press('Save the file for my colleague');
}

beforeEach(() => {
  letsAct();
  vi.mocked(download).mockClear();
  answersTo('GET /api/exposure/own', { sealed: null });
});

describe('a colleague', { timeout: 60_000 }, () => {
  it('saves what they prepared, sealed to the key that the seat registered', async () => {
    registers();
    await prepares();
    await screen.findByText(/The file is saved/);
    const [[, file = ''] = []] = vi.mocked(download).mock.calls;
    expect(opened(file, box, seat, uuid)).toEqual({ 'movement/GV': ['Better'] });
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
  });
  it.each([
    ['that the record does not have', { key: 'another' }, undefined, /does not show that your seat registered the key/],
    ['that the seat did not sign', {}, 5, /.+/],
  ])('seals nothing to a key %s', async (_, more, by, says) => {
    registers(more, by);
    await prepares();
    expect((await screen.findByTestId('problem')).textContent).toMatch(says);
    expect(download).not.toHaveBeenCalled();
  });
});

describe('whoever has the keybox', { timeout: 60_000 }, () => {
  const brings = async (election: string, answers: Record<string, string[]>) => {
    registers();
    card();
    const to = Uint8Array.from(Buffer.from(registration.sealing, 'base64url'));
    const file = prepare(to, seat, { format: 'ccop-answers-v1', election, answers });
    await screen.findByRole('button', { name: 'Answer the questions' });
    await userEvent.click(screen.getByText('A colleague prepared answers'));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(input as HTMLInputElement, new File([file], 'prepared.json', { type: 'application/json' }));
    await press('Open and look through');
  };
  it('looks through what was prepared before anything is encrypted', async () => {
    await brings(uuid, { 'movement/GV': ['Better'], 'events-of-the-quarter/causes': ['Mistake'] });
    const review = await screen.findByTestId('review');
    expect(review.textContent).toContain('2 of 14 questions answered.');
    expect(screen.queryByRole('button', { name: 'Cast this ballot' })).toBeNull();
  });
  it('is told that they are of another round', async () => {
    await brings('ZYXWVUTSRQPNML', { 'movement/GV': ['Better'] });
    await waitFor(() => expect(screen.getByTestId('problem').textContent).toContain('prepared for another round'));
    expect(screen.queryByTestId('review')).toBeNull();
  });
  it('is told that they do not fit', async () => {
    await brings(uuid, { 'movement/GV': ['Best'] });
    await waitFor(() => expect(screen.getByTestId('problem').textContent).toContain('none that this round offers'));
  });
});
