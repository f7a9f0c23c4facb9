import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Schemas } from '../../api/client';
import { opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo, asked, No } from '../../testing/server';
import { Hooks } from './Hooks';

const { sign } = vi.hoisted(() => ({ sign: vi.fn() }));
vi.mock('../../acts/passkeys', () => ({ sign }));

const me = { person: 7, passkeys: [{ credential: 'key' }] } as Schemas['Me'];
const hook = (more: Partial<Schemas['Hook']> = {}): Schemas['Hook'] => ({
  id: 'h1',
  title: 'Duty channel',
  server: 'hooks.example.org',
  form: 'card',
  kinds: ['vote-opened'],
  by: 'Sam',
  since: '2026-03-01T09:00:00.000Z',
  waiting: 0,
  missed: 0,
  sent_at: null,
  tried_at: null,
  next_at: null,
  trouble: 'none',
  status: 0,
  detail: '',
  pause: null,
  ...more,
});
const are = (...hooks: Schemas['Hook'][]) => answersTo('GET /api/hooks', { hooks, most: 10 });
const bodies = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body);

beforeEach(() => {
  answersTo('GET /api/me', { person: 7 });
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  sign.mockResolvedValue({ credential: 'key' });
});
afterEach(() => vi.clearAllMocks());

it('says which channels hear of what, and how that stands', async () => {
  are(hook({ sent_at: '2026-03-02T09:00:00.000Z', waiting: 2 }));
  show(<Hooks me={me} />);
  const row = await screen.findByRole('group', { name: 'Duty channel' });
  expect(row.textContent).toContain('hooks.example.org · A card (Teams) · Made by Sam');
  expect(row.textContent).toContain('A vote is opened');
  expect(row.textContent).toContain('2 messages wait');
  expect(within(row).queryByRole('button', { name: 'Resume' })).toBeNull();
});
it.each([
  [{ trouble: 'no-answer', detail: 'timed out' }, /did not answer: timed out/],
  [{ trouble: 'refused', status: 503 }, /refused the last message \(status 503\)/],
  [{ trouble: 'redirected', status: 302 }, /make one with the address where it ends/],
  [{ trouble: 'gone', status: 410, pause: 'gone' }, /Paused: the channel says that it is no more/],
  [{ trouble: 'refused', status: 500, pause: 'failed-too-long', missed: 4 }, /Paused: it took nothing for three days/],
] as [Partial<Schemas['Hook']>, RegExp][])('says what is wrong with it, and what to do: %j', async (more, words) => {
  are(hook(more));
  show(<Hooks me={me} />);
  expect(await screen.findByText(words)).toBeTruthy();
});
it('is made by a passkey that signs where it leads and what it hears of; its secret is shown once', async () => {
  are();
  answersTo('POST /api/hooks', { id: 'h1', secret: 'shown once' });
  show(<Hooks me={me} />);
  const form = await opens('Make a hook');
  await userEvent.type(within(form).getByLabelText(/What it is called/), 'Duty');
  await userEvent.type(within(form).getByLabelText(/Address that the channel/), 'https://hooks.example.org/x?sig=y');
  await userEvent.click(within(form).getByLabelText('A silence procedure begins'));
  await userEvent.click(within(form).getByLabelText('A vote is opened'));
  await userEvent.click(within(form).getByRole('button', { name: 'Make a hook' }));
  expect((await screen.findByTestId('hook-secret')).textContent).toBe('shown once');
  const statement = {
    form: 'card',
    kinds: ['meeting-published', 'vote-opened'],
    nonce: 'nonce',
    person: 7,
    title: 'Duty',
    url: 'https://hooks.example.org/x?sig=y',
  };
  expect(bodies('POST /api/hooks')).toEqual([{ statement, passkey: { credential: 'key' } }]);
  const [message] = sign.mock.calls[0] as [string];
  expect(message.split('\n')[0]).toBe('ccop hook v1');
  expect(JSON.parse(message.split('\n')[2] ?? '')).toEqual(statement);
});
it('hears of at least one kind', async () => {
  are(hook());
  show(<Hooks me={me} />);
  const form = await opens('Change');
  await userEvent.click(within(form).getByLabelText('A vote is opened'));
  expect(within(form).getByText('Choose at least one kind, or end the hook.')).toBeTruthy();
  await userEvent.click(within(form).getByRole('button', { name: 'Change' }));
  expect(bodies('POST /api/hooks/change')).toEqual([]);
  answersTo('POST /api/hooks/change', {});
  await userEvent.click(within(form).getByLabelText('A working group is founded'));
  await userEvent.click(within(form).getByRole('button', { name: 'Change' }));
  await waitFor(() => expect(bodies('POST /api/hooks/change')).toEqual([{ id: 'h1', kinds: ['group-founded'] }]));
});
it('what the server says no to is told in the form, which keeps what was written', async () => {
  are();
  answersTo('POST /api/hooks', new No(409, 'too-many-hooks', undefined, { most: '20' }));
  show(<Hooks me={me} />);
  const form = await opens('Make a hook');
  await userEvent.type(within(form).getByLabelText(/What it is called/), 'Duty');
  await userEvent.type(within(form).getByLabelText(/Address that the channel/), 'https://hooks.example.org/');
  await userEvent.click(within(form).getByRole('button', { name: 'Make a hook' }));
  expect(await within(form).findByRole('alert')).toBeTruthy();
  expect(within(form).getByDisplayValue('Duty')).toBeTruthy();
});
it('gets another secret by the passkey', async () => {
  are(hook());
  answersTo('POST /api/hooks/secret', { id: 'h1', secret: 'the next' });
  show(<Hooks me={me} />);
  await userEvent.click(await screen.findByRole('button', { name: 'New secret' }));
  expect((await screen.findByTestId('hook-secret')).textContent).toBe('the next');
  const [message] = sign.mock.calls[0] as [string];
  expect(message.split('\n')[0]).toBe('ccop hook secret v1');
  expect(JSON.parse(message.split('\n')[2] ?? '')).toEqual({ hook: 'h1', nonce: 'nonce', person: 7 });
});
it('is tested, resumed and ended', async () => {
  are(hook({ pause: 'failed-too-long' }));
  for (const what of ['test', 'resume', 'end']) answersTo(`POST /api/hooks/${what}`, {});
  show(<Hooks me={me} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Send a test' }));
  expect(await screen.findByText(/A test is on its way/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
  const form = await opens('End');
  expect(form.textContent).toContain('End the hook Duty channel?');
  await userEvent.click(within(form).getByRole('button', { name: 'End' }));
  for (const what of ['test', 'resume', 'end'])
    await waitFor(() => expect(bodies(`POST /api/hooks/${what}`)).toEqual([{ id: 'h1' }]));
});
it('says so where there are as many as there may be', async () => {
  are(...Array.from({ length: 10 }, (_, i) => hook({ id: `h${i}` })));
  show(<Hooks me={me} />);
  expect(await screen.findByText(/There are 10 hooks/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Make a hook' })).toBeNull();
});
