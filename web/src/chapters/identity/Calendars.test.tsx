import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord, No } from '../../testing/server';
import { Calendars } from './Calendars';

const { sign } = vi.hoisted(() => ({ sign: vi.fn() }));
vi.mock('../../acts/passkeys', async (original) => ({ ...(await original<object>()), sign }));

const phone = {
  id: 'i',
  label: 'Phone',
  since: '2026-03-01T09:00:00.000Z',
  last_seen: '2026-03-02T09:00:00.000Z',
  scope: 'titles' as const,
};
const me = (more: Partial<Schemas['Me']> = {}) =>
  ({
    person: 7,
    passkeys: [{ credential: 'c', since: phone.since, label: 'key' }],
    calendars: [phone],
    ...more,
  }) as Schemas['Me'];
const statements = () =>
  asked
    .filter(({ what }) => what === 'POST /api/me/calendars')
    .map(({ body }) => (body as { statement: unknown }).statement);

beforeEach(() => {
  keepsRecord();
  sign.mockReset();
  sign.mockResolvedValue({ credential: 'c', authenticator_data: '', client_data: '', signature: '' });
  answersTo('GET /api/me', me());
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  answersTo('POST /api/me/calendars', { path: '/calendar/SECRET.ics' });
  answersTo('POST /api/me/calendars/end', {});
});

async function adds(label: string, scope?: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Add a device' }));
  const form = await screen.findByRole('dialog', { name: 'Add a device' });
  await userEvent.type(within(form).getByRole('textbox', { name: /Device/ }), label);
  if (scope !== undefined) await userEvent.click(within(form).getByRole('radio', { name: scope }));
  await userEvent.click(within(form).getByRole('button', { name: 'Add a device' }));
}

describe('a device that is to follow the calendar', () => {
  it('gets an address that is shown once, with how soon it is read', async () => {
    show(<Calendars me={me()} />);
    await adds('Office', 'Titles and places');
    const shown = await screen.findByRole('dialog', { name: 'Address of your calendar' });
    expect(shown.textContent).toContain(`${window.location.origin}/c/ccop/calendar/SECRET.ics`);
    expect(shown.textContent).toContain('12 to 24 hours');
    expect(within(shown).getByRole('button', { name: 'Copy Address of your calendar' })).toBeDefined();
    await userEvent.click(within(shown).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByText(/SECRET/)).toBeNull());
  });
  it('shows nothing but the name unless somebody says more', async () => {
    show(<Calendars me={me()} />);
    await adds('Office');
    await waitFor(() =>
      expect(statements()).toEqual([{ label: 'Office', scope: 'name-only', nonce: 'nonce', person: 7 }]),
    );
  });
  it('is signed for by a passkey, as a calendar and nothing else', async () => {
    show(<Calendars me={me()} />);
    await adds('Office', 'Titles and places');
    await waitFor(() => expect(sign).toHaveBeenCalled());
    const [message, credentials] = sign.mock.calls[0] as [string, string[]];
    expect(message.split('\n')[0]).toBe('ccop calendar v1');
    expect(message.split('\n')[2]).toBe('{"label":"Office","nonce":"nonce","person":7,"scope":"titles"}');
    expect(credentials).toEqual(['c']);
  });
  it('is told why it gets none', async () => {
    answersTo('POST /api/me/calendars', new No(403, 'passkey-not-accepted'));
    show(<Calendars me={me()} />);
    await adds('Office');
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(screen.queryByRole('dialog', { name: 'Address of your calendar' })).toBeNull();
  });
});

describe('a device that follows the calendar', () => {
  it('is listed by its name and what it shows', () => {
    show(<Calendars me={me()} />);
    expect(screen.getByText(/Phone/).textContent).toContain('Titles and places');
  });
  it('is ended by its owner', async () => {
    show(<Calendars me={me()} />);
    await userEvent.click(screen.getByRole('button', { name: 'End the calendar of Phone' }));
    await waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/me/calendars/end'));
    const { body } = asked.find(({ what }) => what === 'POST /api/me/calendars/end') ?? {};
    expect(body).toMatchObject({ statement: { id: 'i', nonce: 'nonce', person: 7 }, passkey: { credential: 'c' } });
  });
});
