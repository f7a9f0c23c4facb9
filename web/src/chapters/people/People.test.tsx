import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { keyOfLink } from '../../acts/links';
import { sign } from '../../acts/passkeys';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { People } from './People';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn() }));

const salt = utf8('0123456789abcdef');

beforeEach(() => {
  vi.mocked(sign).mockResolvedValue({ credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' });
  answersTo('GET /api/me', { person: 1 });
  answersTo('GET /api/bodies', { secretary: null, co_chairs: [], asked_secretary: null, may: [] });
  answersTo('GET /api/people', {
    people: [
      {
        id: 5,
        name: 'Ben',
        title: null,
        is_guest: false,
        enrolled: false,
        wording: { texts: [{ salt: toBase64url(salt), text: JSON.stringify({ name: 'Ben' }) }] },
        may: ['offer-enrolment'],
      },
    ],
    may: [],
  });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: ['k'], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
});

it('a link is made here, and the host gets the key of its secret alone', async () => {
  show(<People />);
  await userEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign this act' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sign with passkey' }));
  const link = (await screen.findByTestId('link')).textContent ?? '';
  const [, secret = ''] = link.split('#');
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await waitFor(() =>
    expect(asked).toContainEqual({
      what: 'POST /api/acts/prepare',
      body: {
        command: {
          type: 'offer-enrolment',
          person: 5,
          link_key: keyOfLink(secret).key,
          until: expect.any(String) as string,
          seen: { texts: [contentHash(salt, JSON.stringify({ name: 'Ben' }))], clear: [] },
        },
      },
    }),
  );
  expect(JSON.stringify(asked)).not.toContain(secret);
});

it('whoever is shown by another name than their profile has gets no link', async () => {
  answersTo('GET /api/people', {
    people: [
      {
        id: 5,
        name: 'Ben',
        title: null,
        is_guest: false,
        enrolled: false,
        wording: { texts: [{ salt: toBase64url(salt), text: JSON.stringify({ name: 'Pat Puppet' }) }] },
        may: ['offer-enrolment'],
      },
    ],
    may: [],
  });
  show(<People />);
  await userEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
});
it('somebody is called otherwise from now on', async () => {
  answersTo('GET /api/people', {
    people: [
      {
        id: 5,
        name: 'Ben',
        title: 'CISO',
        email: 'b@example.org',
        is_guest: false,
        enrolled: true,
        may: ['correct-person'],
      },
    ],
    may: [],
  });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  show(<People />);
  await userEvent.click(await screen.findByRole('button', { name: 'Correct' }));
  const form = await screen.findByRole('dialog', { name: 'Correct' });
  await userEvent.clear(within(form).getByLabelText(/Name/));
  await userEvent.type(within(form).getByLabelText(/Name/), 'Benjamin');
  await userEvent.click(within(form).getByRole('button', { name: 'Correct' }));
  await waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/acts'));
  const { body } = asked.find(({ what }) => what === 'POST /api/acts') ?? {};
  const { request, contents } = body as { request: string; contents: { text: string }[] };
  expect(JSON.parse(request)).toMatchObject({ command: { type: 'correct-person', person: 5 } });
  expect(contents.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
    { email: 'b@example.org', name: 'Benjamin', title: 'CISO' },
  ]);
});

it('another address is signed for by a passkey, though the rules would take the act without', async () => {
  answersTo('GET /api/people', {
    people: [
      {
        id: 5,
        name: 'Ben',
        title: 'CISO',
        email: 'b@example.org',
        is_guest: false,
        enrolled: true,
        may: ['correct-person'],
      },
    ],
    may: [],
  });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: ['k'], after: '2026-01-01T00:00:00.000Z' });
  show(<People />);
  await userEvent.click(await screen.findByRole('button', { name: 'Correct' }));
  const form = await screen.findByRole('dialog', { name: 'Correct' });
  await userEvent.clear(within(form).getByLabelText(/E-mail/));
  await userEvent.type(within(form).getByLabelText(/E-mail/), 'ben@example.com');
  await userEvent.click(within(form).getByRole('button', { name: 'Correct' }));
  const asking = await screen.findByRole('dialog', { name: 'Sign this act' });
  expect(asking.textContent).toContain('Ben is reached at ben@example.com');
  await userEvent.click(within(asking).getByRole('button', { name: 'Sign with passkey' }));
  await waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/acts'));
  const { body } = asked.find(({ what }) => what === 'POST /api/acts') ?? {};
  expect((body as { signature: object }).signature).toHaveProperty('passkey');
});

it('people are found by what stands in their row', async () => {
  const person = (id: number, name: string, enrolled: boolean) => ({
    id,
    name,
    title: null,
    is_guest: false,
    enrolled,
  });
  answersTo('GET /api/people', { people: [person(1, 'Ada', true), person(2, 'Bo', false)], may: [] });
  show(<People />);
  const filter = await screen.findByRole('textbox', { name: /^Filter/ });
  await userEvent.type(filter, 'Not enrolled');
  expect(screen.getByText('Bo')).toBeTruthy();
  expect(screen.queryByText('Ada')).toBeNull();
  await userEvent.clear(filter);
  await userEvent.type(filter, 'false');
  expect(screen.queryByText('Bo')).toBeNull();
});
