import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { idOfKey, keptSessionKey } from '../../acts/sessionKey';
import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord, No } from '../../testing/server';
import { SignIns } from './SignIns';

const { sign } = vi.hoisted(() => ({ sign: vi.fn() }));
vi.mock('../../acts/passkeys', async (original) => ({ ...(await original<object>()), sign }));

const row = (label: string, more: object = {}) => ({
  id: label,
  label,
  since: '2026-03-01T09:00:00.000Z',
  last_seen: '2026-03-01T09:00:00.000Z',
  until: '2026-03-08T09:00:00.000Z',
  use: 'read' as const,
  ceiling: '',
  current: false,
  ...more,
});
const me = (sign_ins: object[], passkeys: object[] = [{ credential: 'c', since: '2026-03-01T09:00:00.000Z' }]) =>
  ({ person: 7, passkeys, sign_ins }) as Schemas['Me'];
const left = vi.fn();
const what = () => asked.map((one) => one.what).filter((one) => one.startsWith('POST'));
const commands = () =>
  asked
    .filter((one) => one.what === 'POST /api/acts')
    .map(({ body }) => (JSON.parse((body as { request: string }).request) as { command: object }).command);

beforeEach(() => {
  left.mockReset();
  keepsRecord();
  sign.mockReset();
  sign.mockResolvedValue({ credential: 'c', authenticator_data: '', client_data: '', signature: '' });
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  vi.spyOn(window.location, 'assign').mockImplementation(left);
  answersTo('GET /api/me', { person: 7 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
  answersTo('POST /api/me/sign-ins/end', {});
  answersTo('POST /api/sign-out', {});
});
const ends = async (label: string) => {
  const line = await screen.findByRole('row', { name: new RegExp(label) });
  await userEvent.click(within(line).getByRole('button', { name: 'Sign out' }));
};

describe('ending another sign-in', () => {
  const ended = () => asked.find((one) => one.what === 'POST /api/me/sign-ins/end')?.body;
  it('is signed for by a passkey, and then ends its key in the record, where it stands there', async () => {
    show(<SignIns me={me([row('Phone', { key: 'k' })])} />);
    await ends('Phone');
    await waitFor(() => expect(commands()).toEqual([{ type: 'end-session-key', key: 'k' }]));
    expect(ended()).toMatchObject({
      statement: { id: 'Phone', nonce: 'nonce', person: 7 },
      passkey: { credential: 'c' },
    });
    expect((sign.mock.calls[0] as [string])[0].split('\n')[0]).toBe('ccop ending v1');
    expect(sign).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('needs no act where its key never signed', async () => {
    show(<SignIns me={me([row('Phone')])} />);
    await ends('Phone');
    await waitFor(() => expect(what()).toEqual(['POST /api/challenge', 'POST /api/me/sign-ins/end']));
  });
  it('happens even where the record takes nothing', async () => {
    answersTo('POST /api/acts/prepare', new No(503, 'could-not-be-kept'));
    show(<SignIns me={me([row('Phone', { key: 'k' })])} />);
    await ends('Phone');
    await waitFor(() => expect(what()).toContain('POST /api/me/sign-ins/end'));
  });
  it('does not happen where the passkey is not accepted, and says so', async () => {
    answersTo('POST /api/me/sign-ins/end', new No(403, 'passkey-not-accepted'));
    show(<SignIns me={me([row('Phone', { key: 'k' })])} />);
    await ends('Phone');
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(commands()).toEqual([]);
  });
  it('is not offered to a guest, who has no passkey', async () => {
    show(<SignIns me={me([row('Phone'), row('Desk', { current: true })], [])} />);
    await screen.findByRole('row', { name: /Phone/ });
    expect(screen.getAllByRole('button', { name: 'Sign out' })).toHaveLength(1);
  });
});

describe('ending this sign-in', () => {
  it('is signing out: the key ends in the record, then the session, then the key here', async () => {
    const key = await keptSessionKey();
    show(<SignIns me={me([row('Desk', { current: true })])} />);
    await ends('Desk');
    await waitFor(() => expect(left).toHaveBeenCalledWith('/c/ccop/sign-in'));
    expect(what()).toEqual(['POST /api/acts/prepare', 'POST /api/acts', 'POST /api/sign-out']);
    expect(commands()).toEqual([{ type: 'end-session-key', key: key && idOfKey(key) }]);
    expect(await keptSessionKey()).toBeUndefined();
  });
  it('is not kept up by a key that is not in the record, or a session that is over', async () => {
    answersTo('POST /api/acts/prepare', new No(422, 'no-such-session-key'));
    answersTo('POST /api/sign-out', new No(401, 'sign-in-first'));
    show(<SignIns me={me([row('Desk', { current: true })])} />);
    await ends('Desk');
    await waitFor(() => expect(left).toHaveBeenCalledWith('/c/ccop/sign-in'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await keptSessionKey()).toBeUndefined();
  });
  it('leaves nothing here even where the host does not answer', async () => {
    answersTo('POST /api/sign-out', new No(503, 'could-not-be-kept'));
    show(<SignIns me={me([row('Desk', { current: true })])} />);
    await ends('Desk');
    await waitFor(() => expect(left).toHaveBeenCalledWith('/c/ccop/sign-in'));
    expect(await keptSessionKey()).toBeUndefined();
  });
});
