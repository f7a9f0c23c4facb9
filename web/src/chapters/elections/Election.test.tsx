// The page of an election, as a trustee from outside the roll has it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { actWords, awaitsPasskey } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { answersTo, keepsRecord } from '../../testing/server';
import { elections } from './index';
import type { ElectionPage } from './standing';

const person = { id: 4, name: 'Ola', title: null, is_guest: false, enrolled: true, organization: 'OBS', wording: null };
const election = {
  id: 9,
  uuid: 'ABCDEFGHJKLMNP',
  motion: { id: 1, title: 'A new pier', options: [] },
  meeting: 1,
  meeting_title: 'Symposium',
  starts: '2026-01-01T00:00:00.000Z',
  trustees: [{ person, rounds: 3, decrypted: false }],
  trustees_needed: 1,
  rounds_done: 3,
  candidacies: [],
  candidates: [],
  without_key: [],
  counts: [],
  board: [],
  lots: [],
  setup: null,
  my_tracker: null,
  own_key: null,
  to_declare: null,
  as_trustee: {
    number: 1,
    key_file: 'trustee-ABCDEFGHJKLMNP',
    size: 1,
    threshold: 1,
    rounds: 3,
    certificates: [],
    input: null,
    output: null,
  },
};
const stands = (more: Partial<ElectionPage>) => {
  answersTo('GET /api/elections/9', { ...election, ...more });
  showAt('/elections/9', elections.routes);
};

beforeEach(() => {
  keepsRecord();
  answersTo('GET /api/me', { person: 4 });
});

it('whoever closes a secret ballot reads before they sign how many have not voted', async () => {
  awaitsPasskey();
  stands({ stage: 'voting', may: ['close-election'], least_ballots: 3, roll: 9, voted: 2 });
  await userEvent.click(await screen.findByRole('button', { name: 'Close the ballot' }));
  expect(await actWords()).toBe('I close the ballot. 7 of those on the roll have not voted.');
});

it('is warned of nothing where all have voted', async () => {
  awaitsPasskey();
  stands({ stage: 'voting', may: ['close-election'], least_ballots: 3, roll: 9, voted: 9 });
  await userEvent.click(await screen.findByRole('button', { name: 'Close the ballot' }));
  expect(await actWords()).toBe('I close the ballot.');
});

it('has no ballot while the others vote', async () => {
  stands({ stage: 'voting', may: [] });
  expect(await screen.findByRole('heading', { level: 1, name: 'A new pier' })).toBeTruthy();
  expect(screen.queryByTestId('vote')).toBeNull();
  expect(screen.queryByText(/ballot is cast|Encrypt my vote|Cast this ballot/)).toBeNull();
});

it('has the decryption after the close, and no ballot', async () => {
  stands({ stage: 'closed', may: ['post-decryption'] });
  expect(await screen.findByRole('button', { name: 'Decrypt the totals' })).toBeTruthy();
  expect(screen.queryByTestId('vote')).toBeNull();
});
