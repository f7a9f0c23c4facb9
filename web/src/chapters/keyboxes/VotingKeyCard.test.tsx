// The keybox of a seat is kept for each passkey of who acts for it: those are asked that don't keep it yet.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { toBase64url } from '../../acts/bytes';
import { computedBy } from '../../acts/passkeys';
import { newBox } from '../../ballot/votingKey';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord } from '../../testing/server';
import { remember } from './box';
import { VotingKeyCard } from './VotingKeyCard';

vi.mock('../../acts/passkeys', () => ({ computedBy: vi.fn(), sign: vi.fn() }));
const computed = vi.mocked(computedBy);

const [first, second] = ['AQID', 'BAUG'].map((credential) => ({
  credential,
  since: '2026-03-01T09:00:00.000Z',
  label: credential,
}));
const box = newBox();
const name = remember(box);
const another = toBase64url(new Uint8Array(16));

function shows(passkeys: object[], kept: string[], boxName = name) {
  answersTo('GET /api/me', { person: 1, passkeys });
  answersTo('GET /api/keybox', {
    keybox: {
      organization: 3,
      key: 'PIER',
      this_year: 2026,
      wrapped: kept.map((credential) => ({ box: boxName, credential, wrapped: '{}' })),
      keys: [{ year: 2026, box: name, key: 'the key', at: '2026-03-01T09:00:00.000Z' }],
      may: ['register-voting-key', 'keep-keybox'],
    },
  });
  show(<VotingKeyCard year={2026} />);
}
const keeps = (label: string) => screen.findByRole('button', { name: label });

beforeEach(() => {
  computed.mockReset();
  keepsRecord();
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
});

it('asks the passkey that does not keep it yet, and no other', async () => {
  shows([first ?? {}, second ?? {}], ['AQID']);
  computed.mockResolvedValue({ credential: 'BAUG', output: new Uint8Array(32) });
  await userEvent.click(await keeps('Keep it for another passkey of mine'));
  await waitFor(() => expect(asked.some(({ what }) => what === 'POST /api/acts')).toBe(true));
  expect(computed.mock.calls.map(([, credentials]) => credentials)).toEqual([['BAUG']]);
  const { request } = asked.find(({ what }) => what === 'POST /api/acts')?.body as { request: string };
  expect(JSON.parse(request)).toMatchObject({
    command: { type: 'keep-keybox', organization: 3, box: name, credential: 'BAUG' },
  });
});

it('offers nothing where all keep it', async () => {
  shows([first ?? {}, second ?? {}], ['AQID', 'BAUG']);
  await keeps('Hand it on in a file');
  expect(screen.queryByRole('button', { name: /^Keep it/ })).toBeNull();
});

it('counts no passkey that keeps another box', async () => {
  shows([first ?? {}], ['AQID'], another);
  expect(await keeps('Keep it for my passkey')).toBeTruthy();
});

it('says so where the passkey opens no keyboxes, and sends nothing', async () => {
  shows([first ?? {}, second ?? {}], ['AQID']);
  computed.mockResolvedValue(undefined);
  await userEvent.click(await keeps('Keep it for another passkey of mine'));
  expect((await screen.findByTestId('problem')).textContent).toContain('This passkey does not open');
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
});
