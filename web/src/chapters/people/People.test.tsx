import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { keyOfLink } from '../../acts/links';
import { sign } from '../../acts/passkeys';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { People } from './People';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn() }));

beforeEach(() => {
  vi.mocked(sign).mockResolvedValue({ credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' });
  answersTo('GET /api/me', { person: 1 });
  answersTo('GET /api/bodies', { secretary: null, co_chairs: [], may: [] });
  answersTo('GET /api/people', {
    people: [{ id: 5, name: 'Ben', title: null, is_guest: false, enrolled: false, may: ['offer-enrolment'] }],
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
        },
      },
    }),
  );
  expect(JSON.stringify(asked)).not.toContain(secret);
});
