import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';

import { sign } from '../acts/passkeys';
import { answer, api } from '../api/client';
import { show } from '../testing/page';
import { answersTo, asked, No, timesAsked } from '../testing/server';
import { SignInAgain } from './SignInAgain';

vi.mock('../acts/passkeys', () => ({ sign: vi.fn() }));

/** A form that reads two things when it is sent. */
function Typing() {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const cache = useQueryClient();
  const send = async () => {
    const both = [
      answer(api.GET('/api/meetings')),
      answer(api.POST('/api/coming', { body: { meeting: 1, coming: 'yes' } })),
    ];
    await Promise.all(both).then(
      () => setSaid('sent'),
      () => setSaid('refused'),
    );
    await cache.invalidateQueries();
  };
  return (
    <>
      <SignInAgain person={7} />
      <TextInput label="Text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button onClick={() => void send()}>{'Send'}</Button>
      <p data-testid="said">{said}</p>
    </>
  );
}

let isIn = false;
const unless = (yes: object) => () => (isIn ? yes : new No(401, 'sign-in-first'));
const dialog = () => screen.findByRole('dialog', { name: 'Your sign-in has ended' });

beforeEach(() => {
  isIn = false;
  vi.mocked(sign)
    .mockReset()
    .mockResolvedValue({ credential: 'AQID', authenticator_data: 'a', client_data: 'c', signature: 's' });
  answersTo('GET /api/meetings', unless({ meetings: [], may: [] }));
  answersTo('POST /api/coming', unless({ may_say: true, own: 'yes' }));
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  answersTo('POST /api/sign-in', () => {
    isIn = true;
    return { person: 7 };
  });
});

async function types() {
  show(<Typing />);
  await userEvent.type(screen.getByLabelText('Text'), 'three days of work');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
}

it('what a sign-in that ended was asked for is asked again after one passkey, and nothing typed is lost', async () => {
  await types();
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Sign in with a passkey' }));
  await waitFor(() => expect(screen.getByTestId('said').textContent).toBe('sent'));
  expect(sign).toHaveBeenCalledTimes(1);
  expect(asked.filter(({ what }) => what === 'POST /api/coming').map(({ body }) => body)).toEqual([
    { meeting: 1, coming: 'yes' },
    { meeting: 1, coming: 'yes' },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('Text').value).toBe('three days of work');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('whoever goes instead is refused, as before', async () => {
  await types();
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Leave this page' }));
  await waitFor(() => expect(screen.getByTestId('said').textContent).toBe('refused'));
  expect(timesAsked('POST /api/sign-in')).toBe(0);
});

it('somebody else’s passkey shows nothing of what stands there: the page begins anew', async () => {
  const anew = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  answersTo('POST /api/sign-in', { person: 8 });
  await types();
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Sign in with a passkey' }));
  await waitFor(() => expect(anew).toHaveBeenCalledTimes(1));
  expect(screen.getByTestId('said').textContent).toBe('');
  anew.mockRestore();
});
