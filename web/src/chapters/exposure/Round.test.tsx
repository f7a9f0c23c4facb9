// What a round shows and offers, stage by stage.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { awaitsPasskey, command, commands, contentsSent, letsAct } from '../../testing/acts';
import { show, showAt } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo, asked } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { exposure } from './index';
import { Whole } from './Round';
import './words';

const round = new ARound();
const shows = (of: object, more: object = {}) =>
  show(<Whole round={round.page(of) as never} election={round.electionPage(more) as unknown as ElectionPage} />);
const offered = () =>
  within(screen.getByTestId('conduct'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  letsAct();
  round.happens();
});

it('stands at its address, with what it asks, its dates and how many took part', async () => {
  answersTo('GET /api/exposure/rounds/4', round.page());
  answersTo('GET /api/elections/9', round.electionPage());
  showAt('/exposure/rounds/4', exposure.routes);
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('First quarter of 2027');
  expect(screen.getByText('Asks: Movement since the last asking, Events of the quarter')).toBeTruthy();
  expect(screen.getByTestId('took-part').textContent).toBe('37 of 50 organizations took part.');
  const times = [...document.querySelectorAll('time')].map(({ dateTime }) => dateTime);
  expect(times).toEqual(['2027-01-10T09:00:00.000Z', '2027-01-31T09:00:00.000Z']);
});

it('says of nobody whether they took part, and of whom the lot left out only how many they are', () => {
  shows({ left_out: 2 });
  expect(screen.getByTestId('took-part').textContent).toContain('2 of them were left out by lot');
  expect(document.body.textContent).not.toMatch(/Members have voted/);
});

it('says nothing of numbers before it opens', () => {
  shows({ stage: 'preparation', asked: 0, answered: 0 }, { stage: 'preparation' });
  expect(screen.queryByTestId('took-part')).toBeNull();
});

describe('whoever conducts it', () => {
  const named = { trustees: [{ person: { id: 1, name: 'Ada', organization: 'PIER' }, rounds: 3, decrypted: false }] };
  it.each([
    [
      'has the trustees drawn',
      'preparation',
      ['name-election-officers'],
      [],
      ['Have the trustees drawn'],
      /at most one of the Management/,
    ],
    [
      'waits for the keys',
      'preparation',
      ['remake-keys', 'cancel-election'],
      [],
      ['Have the keys made again', 'Cancel the round'],
      /make their keys/,
    ],
    [
      'signs the ballot',
      'preparation',
      ['cancel-election'],
      ['prepare-round'],
      ['Sign the ballot', 'Cancel the round'],
      /holds its questions against/,
    ],
    [
      'waits for the close',
      'voting',
      ['cancel-election'],
      [],
      ['Cancel the round'],
      /Of fewer than 15 answers nothing is opened/,
    ],
    ['declares the result', 'closed', ['declare-result'], [], ['Declare the result'], /totals are decrypted/],
  ] as const)('%s', (what, stage, may, mayOfRound, labels, hint) => {
    shows(
      { stage, may: mayOfRound },
      {
        stage,
        may,
        ...(what.includes('drawn') ? {} : named),
        rounds_done: what.includes('keys') ? 1 : 3,
        to_declare: stage === 'closed' ? { counts: [1], archive: 'a' } : null,
      },
    );
    expect(offered()).toEqual(labels);
    expect(screen.getByTestId('conduct').textContent).toMatch(hint);
  });
  it('signs the very ballot that was shown, once the device has held it against what was adopted', async () => {
    shows({ stage: 'preparation', may: ['prepare-round'] }, { stage: 'preparation', ...named });
    await press('Sign the ballot');
    await waitFor(() => expect(commands()).toHaveLength(1));
    expect(commands()[0]).toMatchObject({ type: 'prepare-round', round: 4 });
    expect(contentsSent()).toEqual([round.setup]);
  });
  it('signs no ballot of other questions', async () => {
    const setup = round.setupWith([]);
    shows({ stage: 'preparation', may: ['prepare-round'] }, { stage: 'preparation', setup, ...named });
    await press('Sign the ballot');
    expect(await screen.findByTestId('problem')).toBeTruthy();
    expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false);
  });
  it('declares what the server counted', async () => {
    awaitsPasskey();
    const to_declare = { counts: [1, 2], archive: 'a1' };
    shows({ stage: 'closed' }, { stage: 'closed', may: ['declare-result'], to_declare });
    await press('Declare the result');
    expect(await command()).toEqual({ type: 'declare-result', election: 9, ...to_declare });
  });
});

describe('a round that is over', () => {
  it.each([
    ['too-few', 'Too few took part: nothing was opened'],
    ['cancelled', 'Cancelled'],
    ['counted', 'Counted'],
  ])('says how it went: %s', (outcome, says) => {
    shows({ stage: 'decided', outcome }, { stage: 'decided', outcome });
    expect(screen.getByText(says)).toBeTruthy();
    expect(screen.queryByTestId('round-result')).toBeNull();
  });
});
