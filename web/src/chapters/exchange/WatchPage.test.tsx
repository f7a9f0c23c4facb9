// The watch list as whoever speaks for a seat keeps it, and what a curious host sees of it.
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { forgetPeople } from '../../acts/own';
import { newBox, nameOf } from '../../ballot/votingKey';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord } from '../../testing/server';
import { remember } from '../keyboxes/shared';
import { NewMatches } from './NewMatches';
import { goOnLooking } from './watching';
import { WatchPage } from './WatchPage';

const box = newBox();
const name = remember(box);
const keybox = (keys: string[]) => ({
  keybox: {
    organization: 3,
    key: 'PIER',
    this_year: 2026,
    wrapped: [],
    keys: keys.map((one) => ({ year: 2026, box: one, key: 'the key', at: '2026-03-01T09:00:00.000Z' })),
    may: [],
  },
});
const shared = {
  id: 'indicator--1',
  title: 'A false login page',
  marking: 'amber',
  added: '2026-03-01T09:00:00.000Z',
  values: [{ kind: 'domain', value: 'login.who.example' }],
};

let kept: string | null = null;
beforeEach(async () => {
  keepsRecord();
  await forgetPeople();
  goOnLooking();
  kept = null;
  answersTo('GET /api/keybox', keybox([name]));
  answersTo('GET /api/exchange/watch', () => ({ sealed: kept, at: null }));
  answersTo('POST /api/exchange/watch/keep', (body: unknown) => {
    kept = (body as { sealed: string }).sealed;
    return {};
  });
  answersTo('GET /api/exchange/values', { objects: [shared], next: '1', more: false });
});

const field = (label: string) => screen.findByRole('textbox', { name: label });
async function saves(texts: Record<string, string>) {
  for (const [label, text] of Object.entries(texts)) {
    await userEvent.clear(await field(label));
    await userEvent.click(await field(label));
    await userEvent.paste(text);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Save the list' }));
}

it('keeps what is typed, tells what meets it, and has it again on another device', async () => {
  show(<WatchPage />);
  await saves({ Domains: 'who[.]example', Networks: '198.51.100.0/24' });
  expect(await screen.findByText('login.who.example')).toBeTruthy();
  expect(screen.getByText(/A false login page/)).toBeTruthy();
  expect(screen.getByText('new')).toBeTruthy();
  cleanup();
  await forgetPeople();
  show(<WatchPage />);
  await waitFor(async () => expect(((await field('Domains')) as HTMLTextAreaElement).value).toBe('who.example'));
  expect(await screen.findByText('login.who.example')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'I have seen these' }));
  await waitFor(() => expect(screen.queryByText('new')).toBeNull());
});

it('keeps nothing while something of it is wrong', async () => {
  show(<WatchPage />);
  await saves({ Networks: '198.51.100.0/24 198.51.100.0/33' });
  expect(await screen.findByText(/This is none: 198.51.100.0\/33/)).toBeTruthy();
  expect(kept).toBeNull();
});

it('shows a curious host the same, whatever is watched, but for what is encrypted', async () => {
  const seen = async (texts: Record<string, string>) => {
    asked.length = 0;
    kept = null;
    await forgetPeople();
    show(<WatchPage />);
    await saves(texts);
    await screen.findByText('Saved. What was shared in the last 30 days is compared with it.');
    await waitFor(() => expect(asked.at(-1)?.what).toBe('GET /api/exchange/values'));
    cleanup();
    const sealed = asked.flatMap(({ body }) => (body as { sealed?: string } | undefined)?.sealed ?? []);
    const requests = asked.map(({ what, body }) => [what, Object.keys(body ?? {})]);
    return { requests, sealed };
  };
  const one = await seen({ Domains: 'who.example', Networks: '198.51.100.0/24\n2001:db8::/32' });
  const other = await seen({ Sectors: 'healthcare' });
  expect(other.requests).toEqual(one.requests);
  expect(one.sealed).toHaveLength(1);
  expect(other.sealed[0]?.length).toBe(one.sealed[0]?.length);
  expect(Buffer.from(one.sealed[0] ?? '', 'base64url').includes('who.example')).toBe(false);
});

it('asks for the keybox that opens it, and for a newer one that seals it from now on', async () => {
  show(<WatchPage />);
  await saves({ Domains: 'who.example' });
  await waitFor(() => expect(kept).not.toBeNull());
  cleanup();
  answersTo('GET /api/keybox', keybox([name, nameOf(newBox())]));
  show(<WatchPage />);
  expect(await screen.findByText(/Your seat has a newer keybox/)).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Domains' })).toBeNull();
});

it('tells that what the host keeps was changed', async () => {
  show(<WatchPage />);
  await saves({ Domains: 'who.example' });
  await waitFor(() => expect(kept).not.toBeNull());
  cleanup();
  const bytes = Buffer.from(kept ?? '', 'base64url');
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  kept = bytes.toString('base64url');
  show(<WatchPage />);
  expect(await screen.findByText(/was changed, or is something else/)).toBeTruthy();
});

it('says whose a watch list is to whoever speaks for no organization, and what comes first without a keybox', async () => {
  answersTo('GET /api/keybox', { keybox: null });
  show(<WatchPage />);
  expect(await screen.findByText(/Only who speaks for a Member or an Observer keeps one/)).toBeTruthy();
  cleanup();
  answersTo('GET /api/keybox', keybox([]));
  show(<WatchPage />);
  expect(await screen.findByText(/your seat has none yet/)).toBeTruthy();
});

it('stands on the desk of this device while something is new', async () => {
  show(<WatchPage />);
  await saves({ Domains: 'who.example' });
  await screen.findByText('login.who.example');
  cleanup();
  show(<NewMatches organization={3} />);
  expect(await screen.findByText('1 new value on your watch list')).toBeTruthy();
  cleanup();
  await forgetPeople();
  const { container } = show(<NewMatches organization={3} />);
  await waitFor(() => expect(container.querySelector('section')).toBeNull());
});
