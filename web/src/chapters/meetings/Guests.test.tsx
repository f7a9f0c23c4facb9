import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { contentHash } from '../../acts/content';
import { keyOfLink } from '../../acts/links';
import { sign } from '../../acts/passkeys';
import type { Schemas } from '../../api/client';
import { actWords, command, commands, contentsSent, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Guests } from './Guests';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn() }));

const salt = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const profile = JSON.stringify({ email: '', name: 'Gail', title: 'Guest' });
const gail = (may: string[]) => ({
  person: {
    id: 9,
    is_guest: true,
    name: 'Gail',
    title: 'Guest',
    email: '',
    enrolled: false,
    organization: null,
    wording: { texts: [{ salt, text: profile }] },
  },
  sessions: [2],
  until: '2030-01-01T00:00:00.000Z',
  came: false,
  may,
});
const meeting = (may: string[], more: object = {}) =>
  ({
    id: 4,
    sessions: [
      { id: 1, title: 'Closed' },
      { id: 2, title: 'A talk' },
    ],
    guest_list: [gail(may)],
    ...more,
  }) as unknown as Schemas['Meeting'];
const seen = { clear: [], texts: [contentHash(new Uint8Array(32), profile)] };

beforeEach(() => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: ['k'], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 3, acts: [] });
  vi.mocked(sign).mockResolvedValue({ credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' });
});
const agrees = async () => userEvent.click(await screen.findByRole('button', { name: 'Sign with passkey' }));

describe('the guests of a meeting', () => {
  it('are named with what they may see, and whether they came in', async () => {
    show(<Guests meeting={meeting([])} />);
    const row = await screen.findByRole('listitem');
    expect(row.textContent).toContain('Gail');
    expect(row.textContent).toContain('Has not come in yet');
    expect(row.textContent).toContain('Sees and enters: A talk');
    expect(within(row).queryByRole('button')).toBeNull();
  });
  it('are no list where there are none, and for those who admit nobody', () => {
    show(<Guests meeting={meeting([], { guest_list: [] })} />);
    show(<Guests meeting={meeting([], { guest_list: undefined })} />);
    expect(screen.queryByRole('list')).toBeNull();
  });
  it('get a new link, of which the host learns the key alone, and which nothing but a button puts away', async () => {
    show(<Guests meeting={meeting(['renew-guest-link'])} />);
    await userEvent.click(await screen.findByRole('button', { name: 'New link for Gail' }));
    expect(await actWords()).toContain('new link for the guest Gail');
    await agrees();
    const link = (await screen.findByTestId('link')).textContent;
    const [, secret = ''] = link.split('#');
    await waitFor(() => expect(commands()).toHaveLength(1));
    expect(commands()[0]).toEqual({
      type: 'renew-guest-link',
      meeting: 4,
      person: 9,
      link_key: keyOfLink(secret).key,
      seen,
    });
    await userEvent.keyboard('{Escape}');
    expect(screen.getByTestId('link').textContent).toBe(link);
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  });
  it('are taken back by name', async () => {
    show(<Guests meeting={meeting(['revoke-guest'])} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke Gail' }));
    expect(await actWords()).toBe('I take back that Gail is a guest of this meeting.');
    expect(await command()).toEqual({ type: 'revoke-guest', meeting: 4, person: 9, seen });
  });
  it('are corrected without an address, which they need not have', async () => {
    answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
    show(<Guests meeting={meeting(['correct-person'])} />);
    const form = await opens('Correct');
    const name = within(form).getByLabelText(/^Name/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Gail Force');
    await userEvent.click(within(form).getByRole('button', { name: 'Correct' }));
    await waitFor(() => expect(contentsSent()).toHaveLength(1));
    expect(JSON.parse(contentsSent()[0] ?? '')).toEqual({ email: '', name: 'Gail Force', title: 'Guest' });
  });
});
