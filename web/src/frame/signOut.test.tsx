// What is left in a browser once somebody signed out there, or somebody else signed in: nothing of theirs, and of what is told once they were asked.
import { Button } from '@mantine/core';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { keep } from '../acts/kept';
import { allOnce, inFile, keepOnce, takeFromFile } from '../acts/once';
import { changeOwn, keepAsOwn, keepOwnText, ownText } from '../acts/own';
import { sign } from '../acts/passkeys';
import { signIn } from '../acts/signIn';
import { useSignOut } from '../acts/useSignOut';
import { onAnother, tellWindows } from '../acts/windows';
import { becomesOf } from '../api/whose';
import { newBox } from '../ballot/votingKey';
import { useSeenTasks } from '../chapters/desk/seen';
import { editSecretOf, keepEditSecret, noteShown } from '../chapters/exchange/editSecrets';
import { saveSearch, savedSearches } from '../chapters/exchange/savedSearches';
import { everything } from '../chapters/exchange/search';
import { watchedFor } from '../chapters/exchange/watched';
import { emptyList } from '../chapters/exchange/watchList';
import { watchFor, watchHere } from '../chapters/exchange/watching';
import { keepDraft, draftQuery } from '../chapters/exposure/draft';
import { keepOwn, keptHere } from '../chapters/exposure/keeping';
import { KeptHere } from '../chapters/identity/KeptHere';
import { watch } from '../record/ownActs';
import { checkedHead } from '../record/head';
import { everythingKept } from '../testing/kept';
import { letsAct } from '../testing/acts';
import { Log } from '../testing/log';
import { show } from '../testing/page';
import { answersTo, keepsRecord, No } from '../testing/server';
import { useBrowserNotices } from './browserNotices';

vi.mock('../acts/passkeys', () => ({ sign: vi.fn() }));

const seat = { log: 'localhost/c/ccop/log+75baffd5+AXqP', organization: 31 };
const box = newBox();
const secret = 'c2VjcmV0IG9mIHdob2V2ZXIgc2hhcmVk';
const left = vi.fn();

function Account() {
  const { signOut, asking } = useSignOut();
  return (
    <>
      {asking}
      <Button onClick={signOut}>{'Sign out'}</Button>
    </>
  );
}

function Looking() {
  const { see } = useSeenTasks();
  const { become } = useBrowserNotices();
  return (
    <Button
      onClick={() => {
        see(['rate-risk, risk 12']);
        become(true);
      }}
    >
      {'Look'}
    </Button>
  );
}

/** What people leave in a browser in a day's work, but for what is told once. */
async function works() {
  await checkedHead();
  saveSearch({ hash: '#q=harbour.example', search: { ...everything, q: 'harbour.example' }, looked: '2027-01-01' });
  noteShown('incident--1');
  keepOwnText('draft/motion', JSON.stringify({ title: 'Lights of the harbour' }));
  await watchFor(31, { ...emptyList, domains: ['harbour.example'] });
  await keepOwn(box, seat, []);
  await keepDraft(box, seat, 4, { given: { 'nist/GV': ['Proven'] }, at: 2 });
  await watch({ seq: 3, request: '{"of":"harbour"}', signature: { session: { key: 'k', signature: 's' } } }, [0]);
  show(<Looking />);
  await userEvent.click(screen.getByRole('button', { name: 'Look' }));
  await waitFor(async () => expect(await places()).toContain('of/ccop/7/tasks'));
  await waitFor(async () => expect(await places()).toContain('of/ccop/7/browser-notices'));
  cleanup();
}
const places = async () => (await everythingKept()).map(([place]) => place);
const signsOut = async () => {
  show(<Account />);
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
};
const isOut = () => waitFor(() => expect(left).toHaveBeenCalledWith('/c/ccop/sign-in'));

beforeEach(() => {
  left.mockReset();
  letsAct();
  keepsRecord(new Log(['a', 'b', 'c', 'd', 'e']));
  answersTo('GET /api/me', { person: 7 });
  vi.spyOn(window.location, 'assign').mockImplementation(left);
  answersTo('POST /api/sign-out', {});
  answersTo('GET /api/exposure/own', { sealed: null });
  answersTo('POST /api/exposure/own/keep', {});
  answersTo('GET /api/record/3', new No(403, 'not-yours'));
  answersTo('POST /api/challenge', { challenge: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA' });
  vi.mocked(sign).mockResolvedValue({ credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' });
});

describe('whoever signed out', () => {
  it('leaves nothing but the record as this browser saw it, and what their seat’s keybox alone opens', async () => {
    await works();
    expect((await everythingKept()).length).toBeGreaterThan(9);
    await signsOut();
    await isOut();
    const kept = await everythingKept();
    expect(kept.map(([place]) => place.replace(/[\w-]{43}$/, 'a hash')).sort()).toEqual([
      'record/ccop',
      'sealed/ccop/a hash',
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/harbour|Proven/);
  });
  it('finds the answers that are not cast when they come back, and nobody without their keybox does', async () => {
    await works();
    await signsOut();
    await isOut();
    const draft = (of: Uint8Array, organization = 31) =>
      draftQuery(of, { ...seat, organization }, 4).queryFn?.({} as never);
    expect(await draft(box)).toEqual({ given: { 'nist/GV': ['Proven'] }, at: 2 });
    expect(await draft(newBox())).toBeNull();
    expect(await draft(box, 32)).toBeNull();
  });
  it('leaves nothing of what earlier pages kept for nobody in particular', async () => {
    for (const place of ['edit-secret/incident--1', 'exchange/saved-searches', 'draft/ccop/7/motion', 'ccop-lot-1'])
      localStorage.setItem(place, 'x');
    for (const place of ['acts/ccop', 'signed-in/exchange/ccop/watch/31', 'exposure/ccop/own/31']) await keep(place, 1);
    await signsOut();
    await isOut();
    expect(await places()).toEqual(['record/ccop']);
  });
  it('leaves what another community of this server keeps', async () => {
    localStorage.setItem('of/other/7/draft/motion', 'theirs');
    await signsOut();
    await isOut();
    expect(localStorage.getItem('of/other/7/draft/motion')).toBe('theirs');
  });
  it('has nothing kept by what was still under way', async () => {
    await signsOut();
    await isOut();
    keepOwnText('draft/motion', 'late');
    await expect(keepAsOwn('tasks', [1])).rejects.toThrow();
    await expect(changeOwn('acts', () => [])).rejects.toThrow();
    expect(await places()).toEqual(['record/ccop']);
    expect([savedSearches(), watchedFor(), ownText('draft/motion')]).toEqual([[], undefined, null]);
  });
  it('is out in every window of the browser', async () => {
    const anew = vi.fn();
    const end = onAnother(anew);
    tellWindows(7); // came back
    tellWindows(undefined);
    await waitFor(() => expect(anew).toHaveBeenCalledTimes(1));
    tellWindows(8);
    await waitFor(() => expect(anew).toHaveBeenCalledTimes(2));
    end();
  });
});

describe('somebody else’s sign-in', () => {
  it('leaves nothing of whoever was there before, whose session ended by itself', async () => {
    await works();
    keepEditSecret('incident--1', 'Phishing at the harbour', secret);
    answersTo('POST /api/sign-in', { person: 8 });
    await signIn();
    expect([savedSearches(), watchedFor(), await watchHere(31), editSecretOf('incident--1')]).toEqual([
      [],
      undefined,
      null,
      null,
    ]);
    const kept = await everythingKept();
    expect(kept.map(([place]) => place.split('/')[0])).not.toContain('of');
    expect(JSON.stringify(kept)).not.toMatch(/harbour|Proven/);
  });
  it('is told from coming back oneself, which finds everything', async () => {
    await works();
    keepEditSecret('incident--1', 'Phishing at the harbour', secret);
    answersTo('POST /api/sign-in', { person: 7 });
    await signIn();
    expect(savedSearches()).toHaveLength(1);
    expect(watchedFor()).toBe(31);
    expect(editSecretOf('incident--1')).toBe(secret);
  });
});

describe('what is told once', () => {
  const dialog = () => screen.findByRole('dialog', { name: 'This browser forgets what only it has' });
  beforeEach(() => {
    keepEditSecret('incident--1', 'Phishing at the harbour', secret);
  });
  it('is listed before one signs out, and nothing ends until one says so', async () => {
    keepOnce({ kind: 'lot', id: 'u', title: 'Co-Chair 1', value: 'AQID' });
    await signsOut();
    const lines = within(await dialog()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining('change or take back “Phishing at the harbour”'),
      expect.stringContaining('drawing of lots, Co-Chair 1'),
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Stay signed in' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(left).not.toHaveBeenCalled();
    expect(editSecretOf('incident--1')).toBe(secret);
  });
  it('is gone once one signed out all the same', async () => {
    await signsOut();
    await userEvent.click(within(await dialog()).getByRole('button', { name: 'Sign out and forget them' }));
    await isOut();
    expect(JSON.stringify(await everythingKept())).not.toContain(secret);
  });
  it('is brought back from the file that was saved', async () => {
    const file = inFile(allOnce());
    await signsOut();
    await userEvent.click(within(await dialog()).getByRole('button', { name: 'Sign out and forget them' }));
    await isOut();
    cleanup();
    becomesOf(7);
    show(<KeptHere />);
    expect(screen.getByText('There is nothing that only this browser has of yours.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Bring back what a file has' }));
    const form = await screen.findByRole('dialog', { name: 'Bring back what a file has' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await userEvent.upload(input, new File([file], 'kept-ccop.json', { type: 'application/json' }));
    await userEvent.click(within(form).getByRole('button', { name: 'Bring back what a file has' }));
    expect(await screen.findByText(/change or take back “Phishing at the harbour”/)).toBeTruthy();
    expect(editSecretOf('incident--1')).toBe(secret);
  });
  it.each([
    ['of another community', JSON.stringify({ community: 'other', kept: [] })],
    ['of something else', '{"box":"x"}'],
    ['that is none', 'not JSON'],
    ['with what this page doesn’t know', inFile([]).replace('[]', '[{"kind":"x","id":"1","title":"","value":"v"}]')],
  ])('is taken from no file %s', (_, text) => {
    expect(() => takeFromFile(text)).toThrow('no-file-of-kept');
    expect(allOnce()).toHaveLength(1);
  });
  it('are own answers too, where the host took no copy', async () => {
    answersTo('POST /api/exposure/own/keep', new No(503, 'could-not-be-kept'));
    await expect(keepOwn(box, seat, [])).rejects.toThrow();
    expect(allOnce().map(({ kind }) => kind)).toContain('answers');
    const file = inFile(allOnce());
    const before = await keptHere(seat);
    localStorage.clear();
    takeFromFile(file);
    expect(await keptHere(seat)).toBe(before);
    answersTo('POST /api/exposure/own/keep', {});
    await keepOwn(box, seat, []);
    expect(allOnce().map(({ kind }) => kind)).not.toContain('answers');
  });
  it('is evidence of an act that is missing', async () => {
    const act = { seq: 3, request: '{}', signature: { session: { key: 'k', signature: 's' } } };
    answersTo('GET /api/record/3', new No(404, 'no-such-entry'));
    await watch(act, [0]);
    expect(allOnce().find(({ kind }) => kind === 'act')).toMatchObject({ id: '3', title: '3' });
  });
});
