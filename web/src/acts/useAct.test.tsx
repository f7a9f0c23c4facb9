import { createHash, createPublicKey, verify } from 'node:crypto';

import { Button } from '@mantine/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { followerOf } from '../live/follower';
import { show } from '../testing/page';
import { Log } from '../testing/log';
import { answersTo, asked, keepsRecord, No, timesAsked } from '../testing/server';
import type { Act, Command } from './act';
import { sign } from './passkeys';
import { NoPasskey } from './problems';
import { forgetSessionKey, idOfKey, keepSessionKey, keptSessionKey, makeSessionKey } from './sessionKey';
import { useAct, useQuietAct } from './useAct';

vi.mock('./passkeys', () => ({ sign: vi.fn() }));

const signature = { credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' };
const vote = (choice: number): Act => ({
  words: `I vote ${choice}`,
  command: (): Command => ({ type: 'cast-vote', motion: 1, choice, seen: { texts: ['h'], clear: [] } }),
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
interface Sent {
  request: string;
  signature: { passkey?: object; session?: { key: string; signature: string } };
}
const sent = () => asked.filter(({ what }) => what === 'POST /api/acts').map(({ body }) => body as Sent);
const first = () => sent()[0] ?? { request: '', signature: {} };
const prepared = (formal: boolean, after = '2026-01-01T00:00:00.000Z') => ({
  formal,
  credentials: formal ? ['k'] : [],
  after,
});
/** What is signed, as the record's own document says it. */
const messageOf = (request: string) => `ccop act v2\n${log.key}\n${request}`;
let log: Log;

beforeEach(() => {
  ended.mockClear();
  vi.mocked(sign).mockReset().mockResolvedValue(signature);
  log = keepsRecord(new Log(['a', 'b']));
  answersTo('GET /api/me', { person: 7 });
  answersTo('POST /api/acts/prepare', prepared(true));
  answersTo('POST /api/acts', { seq: 3, acts: [] });
});

describe('a formal act', () => {
  it('is sent once the person has read its words and signed exactly what is sent', async () => {
    await doIt(vote(1));
    expect((await screen.findByTestId('act-words')).textContent).toBe('I vote 1');
    expect(sent()).toEqual([]);
    await press('Sign with passkey');
    await waitFor(() => expect(ended).toHaveBeenCalledWith({ seq: 3, acts: [] }));
    const { request, signature: by } = first();
    expect(sign).toHaveBeenCalledExactlyOnceWith(messageOf(request), ['k']);
    expect(by).toEqual({ passkey: signature });
    expect(JSON.parse(request)).toMatchObject({
      community: 'ccop',
      person: 7,
      head: { size: 2, root: log.root },
      command: { type: 'cast-vote', motion: 1, choice: 1, seen: { texts: ['h'], clear: [] } },
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

describe('an act that is not formal', () => {
  beforeEach(() => answersTo('POST /api/acts/prepare', prepared(false)));

  it('is signed by this sign-in’s key, without a question', async () => {
    await doIt(vote(0));
    await waitFor(() => expect(ended).toHaveBeenCalledWith({ seq: 3, acts: [] }));
    expect(sign).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    const { request, signature: by } = first();
    const key = await keptSessionKey();
    expect(Object.keys(by)).toEqual(['session']);
    expect(by.session?.key).toBe(key && idOfKey(key));
    const point = Buffer.from(key?.public_key ?? '', 'base64url');
    expect(by.session?.key).toBe(createHash('sha256').update(point).digest('base64url'));
    const [x, y] = [point.subarray(0, 32), point.subarray(32)].map((half) => half.toString('base64url'));
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as JsonWebKey, format: 'jwk' });
    const bytes = Buffer.from(by.session?.signature ?? '', 'base64url');
    const holds = (message: string) =>
      verify('sha256', Buffer.from(message), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
    expect(holds(messageOf(request))).toBe(true);
    expect(holds(request)).toBe(false);
    expect(JSON.parse(request)).toMatchObject({ person: 7, head: { size: 2, root: log.root } });
  });
  it.each(['head-is-behind', 'signature-was-used'])(
    'is tried once more where another device was first: %s',
    async (key) => {
      let times = 0;
      answersTo('POST /api/acts', () => {
        if (times++ > 0) return { seq: 4, acts: [] };
        log.entries.push('of another device');
        return new No(409, key);
      });
      await doIt(vote(0));
      await waitFor(() => expect(ended).toHaveBeenCalledWith({ seq: 4, acts: [] }));
      expect(screen.queryByTestId('problem')).toBeNull();
      const [one, two] = sent().map(
        ({ request }) => JSON.parse(request) as { asked_at: string; head: { size: number } },
      );
      expect([one?.head.size, two?.head.size]).toEqual([2, 3]);
      expect((one?.asked_at ?? '') < (two?.asked_at ?? '')).toBe(true);
    },
  );
  it('is tried no third time', async () => {
    answersTo('POST /api/acts', new No(409, 'head-is-behind'));
    await doIt(vote(0));
    await waitFor(() => expect(ended).toHaveBeenCalledWith(undefined));
    expect(sent()).toHaveLength(2);
    expect(await screen.findByTestId('problem')).toBeTruthy();
  });
  it('is tried once where it is refused for another reason', async () => {
    answersTo('POST /api/acts', new No(422, 'only-members-vote'));
    await doIt(vote(0));
    await waitFor(() => expect(ended).toHaveBeenCalledWith(undefined));
    expect(sent()).toHaveLength(1);
  });
  it('asks for signing in again where this device has no key', async () => {
    await forgetSessionKey();
    await doIt(vote(0));
    expect((await screen.findByTestId('problem')).textContent).toContain('Sign in again on this device');
    expect(sent()).toEqual([]);
  });
  it('asks for signing in again where the key’s time is over', async () => {
    await keepSessionKey({ ...(await makeSessionKey()), end: new Date(Date.now() - 1).toISOString() });
    await doIt(vote(0));
    expect((await screen.findByTestId('problem')).textContent).toContain('Sign in again on this device');
    expect(sent()).toEqual([]);
  });
});

describe('where another act came first', () => {
  const voted = () => new No(422, 'one-organization-one-vote', { number: '6.5', title: 'Voting' });
  const instead = (act: Act): Act => ({ ...act, instead: <p>{'Your organization voted: Vienna'}</p> });

  it('what happened is told once the passkey has signed, and not that a signature was used', async () => {
    answersTo('POST /api/acts', new No(409, 'signature-was-used'));
    show(<Asking acts={[instead(vote(0))]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await dialog();
    answersTo('POST /api/acts/prepare', voted());
    await press('Sign with passkey');
    expect((await screen.findByTestId('problem')).textContent).toContain('Your organization has voted already');
    expect(screen.getByText('Your organization voted: Vienna')).toBeTruthy();
    expect(sent()).toHaveLength(1);
  });
  it('an open dialog closes by itself, and the person is told', async () => {
    const { queryClient } = show(<Asking acts={[instead(vote(0))]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await dialog();
    answersTo('POST /api/acts/prepare', voted());
    followerOf(queryClient).take({ size: 9, changed: [] });
    expect((await screen.findByTestId('problem')).textContent).toContain('Your organization has voted already');
    expect(screen.queryByTestId('act-words')).toBeNull();
    expect(sign).not.toHaveBeenCalled();
  });
  it('that changes nothing for this one, the dialog stays', async () => {
    const { queryClient } = show(<Asking acts={[vote(0)]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await dialog();
    followerOf(queryClient).take({ size: 9, changed: [] });
    await waitFor(() => expect(timesAsked('POST /api/acts/prepare')).toBe(2));
    await press('Sign with passkey');
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(screen.queryByTestId('problem')).toBeNull();
  });
  it('where the server can’t be asked, the dialog stays', async () => {
    const { queryClient } = show(<Asking acts={[vote(0)]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await dialog();
    answersTo('POST /api/acts/prepare', new No(503, 'unreachable'));
    followerOf(queryClient).take({ size: 9, changed: [] });
    await waitFor(() => expect(timesAsked('POST /api/acts/prepare')).toBe(2));
    expect(screen.getByTestId('act-words').textContent).toBe('I vote 0');
  });
});

describe('where the record does not continue the one that was seen', () => {
  it.each([
    ['a formal act', true],
    ['another one', false],
  ])('%s is not signed, and the person is told', async (_, formal) => {
    answersTo('POST /api/acts/prepare', prepared(formal));
    await doIt(vote(0));
    if (formal) await press('Cancel');
    await waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
    const before = sent().length;
    keepsRecord(new Log(['a', 'b', 'c']));
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    expect((await screen.findByTestId('problem')).textContent).toContain('Do not sign anything');
    expect(sent()).toHaveLength(before);
    expect(sign).not.toHaveBeenCalled();
    expect(screen.queryByTestId('act-words')).toBeNull();
  });
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
  const [one = '', two = ''] = sent().map(({ request }) => (JSON.parse(request) as { asked_at: string }).asked_at);
  expect(one < two).toBe(true);
});

it('two acts at once are not prepared at once: the later is signed over a head that holds the earlier', async () => {
  answersTo('POST /api/acts/prepare', prepared(false));
  answersTo('POST /api/acts', () => {
    log.entries.push('an act');
    return { seq: log.entries.length - 1, acts: [] };
  });
  await doIt(vote(1), vote(2), vote(3));
  await waitFor(() => expect(ended).toHaveBeenCalledTimes(3));
  const heads = sent().map(({ request }) => (JSON.parse(request) as { head: { size: number } }).head.size);
  expect(heads).toEqual([2, 3, 4]);
});

it('an act is later than the last one that the host knows of', async () => {
  const after = new Date(Date.now() + 60_000).toISOString();
  answersTo('POST /api/acts/prepare', prepared(false, after));
  await doIt(vote(1));
  await waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
  expect((JSON.parse(first().request) as { asked_at: string }).asked_at > after).toBe(true);
});

describe('a quiet act', () => {
  function Quiet() {
    const quietly = useQuietAct();
    const act = () => quietly({ type: 'end-absence' }).then(ended);
    return <Button onClick={() => void act()}>{'Quietly'}</Button>;
  }
  const doQuietly = async () => {
    show(<Quiet />);
    await userEvent.click(screen.getByRole('button', { name: 'Quietly' }));
    await waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sign).not.toHaveBeenCalled();
  };
  it('is done where no passkey is needed', async () => {
    answersTo('POST /api/acts/prepare', prepared(false));
    await doQuietly();
    expect(sent()).toHaveLength(1);
  });
  it('is left undone where one is', async () => {
    await doQuietly();
    expect(sent()).toEqual([]);
  });
  it('is left undone where the rules refuse it', async () => {
    answersTo('POST /api/acts/prepare', new No(422, 'no-such-session-key'));
    await doQuietly();
    expect(sent()).toEqual([]);
  });
});

it('who one is, is asked once for many acts', async () => {
  answersTo('POST /api/acts/prepare', prepared(false));
  show(<Asking acts={[vote(1)]} />);
  for (const times of [1, 2]) {
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    await waitFor(() => expect(ended).toHaveBeenCalledTimes(times));
  }
  expect(timesAsked('GET /api/me')).toBe(1);
});
