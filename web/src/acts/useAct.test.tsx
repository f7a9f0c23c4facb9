import { Button } from '@mantine/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { show } from '../testing/page';
import { answersTo, asked, No, timesAsked } from '../testing/server';
import type { Act, Command } from './act';
import { sign } from './passkeys';
import { NoPasskey } from './problems';
import { useAct } from './useAct';

vi.mock('./passkeys', () => ({ sign: vi.fn() }));

const signature = { credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' };
const vote = (choice: number): Act => ({
  words: `I vote ${choice}`,
  command: (): Command => ({ type: 'cast-vote', motion: 1, choice }),
});
const ended = vi.fn();

function Asking({ acts }: { acts: Act[] }) {
  const perform = useAct();
  const ask = () => acts.forEach((act) => void perform(act).then(ended));
  return <Button onClick={ask}>{'Do it'}</Button>;
}

async function doIt(...acts: Act[]) {
  show(<Asking acts={acts} />);
  await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
}
const dialog = () => screen.findByRole('dialog', { name: 'Sign this act' });
const press = async (name: string) => userEvent.click(within(await dialog()).getByRole('button', { name }));
const sent = () => asked.filter(({ what }) => what === 'POST /api/acts').map(({ body }) => body as { request: string });

beforeEach(() => {
  ended.mockClear();
  vi.mocked(sign).mockReset().mockResolvedValue(signature);
  answersTo('GET /api/me', { person: 7 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: ['k'] });
  answersTo('POST /api/acts', { seq: 3, acts: [] });
});

describe('a formal act', () => {
  it('is sent once the person has read its words and signed exactly what is sent', async () => {
    await doIt(vote(1));
    expect((await screen.findByTestId('act-words')).textContent).toBe('I vote 1');
    expect(sent()).toEqual([]);
    await press('Sign with passkey');
    await waitFor(() => expect(ended).toHaveBeenCalledWith({ seq: 3, acts: [] }));
    const [{ request } = { request: '' }] = sent();
    expect(sign).toHaveBeenCalledExactlyOnceWith(request, ['k']);
    expect(JSON.parse(request)).toMatchObject({
      community: 'ccop',
      person: 7,
      command: { type: 'cast-vote', motion: 1, choice: 1 },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('is not sent, and nothing signed, when the person cancels', async () => {
    await doIt(vote(1));
    await press('Cancel');
    await waitFor(() => expect(ended).toHaveBeenCalledWith(undefined));
    expect(sign).not.toHaveBeenCalled();
    expect(sent()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('says so where no passkey was given, and sends nothing', async () => {
    vi.mocked(sign).mockRejectedValue(new NoPasskey('no-passkey-given'));
    await doIt(vote(1));
    await press('Sign with passkey');
    expect((await screen.findByTestId('problem')).textContent).toContain('No passkey was given');
    expect(sent()).toEqual([]);
  });
});

it('an act that is not formal is sent without a question', async () => {
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [] });
  await doIt(vote(0));
  await waitFor(() => expect(ended).toHaveBeenCalledWith({ seq: 3, acts: [] }));
  expect(sign).not.toHaveBeenCalled();
  expect(sent()[0]?.request).not.toContain('asked_at');
});

it('what the rules refuse is told with its clause, and not asked of the passkey', async () => {
  answersTo('POST /api/acts/prepare', new No(422, 'only-members-vote', { number: '6.4', title: 'Voting' }));
  await doIt(vote(1));
  expect((await screen.findByTestId('problem')).textContent).toBe('Only representatives of Members vote.');
  expect(screen.getByText('Clause 6.4: Voting')).toBeTruthy();
  expect(sign).not.toHaveBeenCalled();
});

it('a mistake of the page is told as one, and goes to the console', async () => {
  const console_error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const mistake = new TypeError('x is undefined');
  await doIt({
    words: '',
    command: (): Command => {
      throw mistake;
    },
  });
  expect((await screen.findByTestId('problem')).textContent).toContain('Something in this page failed');
  expect(console_error).toHaveBeenCalledWith(mistake);
  expect(ended).toHaveBeenCalledWith(undefined);
  console_error.mockRestore();
});

it('two acts at once are asked one after the other, the later with a later time', async () => {
  await doIt(vote(1), vote(2));
  const words = async () => (await screen.findByTestId('act-words')).textContent;
  expect(await words()).toBe('I vote 1');
  await press('Sign with passkey');
  await waitFor(async () => expect(await words()).toBe('I vote 2'));
  await press('Sign with passkey');
  await waitFor(() => expect(ended).toHaveBeenCalledTimes(2));
  const [first = '', second = ''] = sent().map(({ request }) => (JSON.parse(request) as { asked_at: string }).asked_at);
  expect(first < second).toBe(true);
});

it('who one is, is asked once for many acts', async () => {
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [] });
  show(<Asking acts={[vote(1)]} />);
  for (const times of [1, 2]) {
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await waitFor(() => expect(ended).toHaveBeenCalledTimes(times));
  }
  expect(timesAsked('GET /api/me')).toBe(1);
});
