import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createPasskey, sign } from '../../acts/passkeys';
import type { Schemas } from '../../api/client';
import { Log } from '../../testing/log';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord } from '../../testing/server';
import { Passkeys } from './Passkeys';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn(), createPasskey: vi.fn() }));

const passkey = { credential: 'AQID', algorithm: -7, public_key: 'BQY', relying_party: 'localhost' };
const me = {
  person: 7,
  profile: { name: 'Ada' },
  passkeys: [{ credential: 'old', since: '2026-03-01T09:00:00.000Z', label: 'First' }],
} as unknown as Schemas['Me'];
const commands = () =>
  asked
    .filter(({ what }) => what === 'POST /api/acts/prepare')
    .map(({ body }) => (body as { command: { type: string } }).command);

beforeEach(() => {
  vi.mocked(sign)
    .mockReset()
    .mockResolvedValue({ credential: 'old', authenticator_data: 'a', client_data: 'c', signature: 's' });
  vi.mocked(createPasskey).mockReset().mockResolvedValue(passkey);
  answersTo('GET /api/community', { name: 'Harbour', short_name: 'H', relying_party: 'localhost' });
  answersTo('GET /api/me', me);
  answersTo('POST /api/acts/prepare', { formal: true, credentials: ['old'], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
});
const adds = async () => {
  show(<Passkeys me={me} />);
  await waitFor(() => expect(asked.some(({ what }) => what === 'GET /api/community')).toBe(true));
  await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
  const form = await screen.findByRole('dialog', { name: 'Add a passkey' });
  await userEvent.type(within(form).getByLabelText(/Name of this passkey/), 'Phone');
  await userEvent.click(within(form).getByRole('button', { name: 'Add a passkey' }));
};

describe('a further passkey', () => {
  it('is read here, and one that is there signs for it', async () => {
    await adds();
    const dialog = await screen.findByRole('dialog', { name: 'Sign this act' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sign with passkey' }));
    await waitFor(() => expect(sign).toHaveBeenCalledTimes(1));
    expect(vi.mocked(sign).mock.calls[0]?.[1]).toEqual(['old']);
    expect(vi.mocked(createPasskey).mock.calls[0]?.[0]).toMatchObject({ person: 7, known: ['old'] });
    expect(commands()).toEqual([
      { type: 'enrol-passkey', person: 7, ...passkey, label: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string },
    ]);
  });
  it('is not made where the record does not continue', async () => {
    answersTo('GET /api/log/head', { ...keepsRecord(new Log()).headFrom(0), checkpoint: 'x' });
    await adds();
    expect((await screen.findByTestId('problem')).textContent).toContain('Do not sign anything');
    expect(createPasskey).not.toHaveBeenCalled();
    expect(commands()).toEqual([]);
  });
});
