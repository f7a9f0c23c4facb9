import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { hearClock } from '../api/clock';
import { checkedHead } from '../record/head';
import { Log } from '../testing/log';
import { show } from '../testing/page';
import { answersTo, keepsRecord, timesAsked } from '../testing/server';
import { heard } from '../live/connection';
import { Warnings } from './Warnings';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();
afterEach(() => hearClock(ago(0)));

it('a page over a sound record, with the clocks in step, warns of nothing', async () => {
  show(<Warnings />);
  await waitFor(() => expect(timesAsked('GET /api/log/head')).toBe(1));
  expect(screen.queryByTestId('record-broke')).toBeNull();
  expect(screen.queryByTestId('fell-behind')).toBeNull();
  expect(screen.queryByTestId('clocks-differ')).toBeNull();
});
it('a record that does not continue is told on every page, also to whoever only reads', async () => {
  keepsRecord(new Log(['a', 'b']));
  await checkedHead();
  keepsRecord(new Log(['a', 'b']));
  const { unmount } = show(<Warnings />);
  expect((await screen.findByTestId('record-broke')).textContent).toContain('keep this device as evidence');
  unmount();
  show(<Warnings />);
  expect(await screen.findByTestId('record-broke')).toBeTruthy();
});
it('a host that lost a part of the record is told on every page', async () => {
  answersTo('GET /api/community', { name: 'Harbour', short_name: 'H', fell_behind: true });
  show(<Warnings />);
  expect((await screen.findByTestId('fell-behind')).textContent).toContain('It takes no acts');
});
it.each([
  [5, '5 minutes ahead'],
  [-7, '7 minutes behind'],
])('a clock that is %i minutes off is told', async (minutes, words) => {
  show(<Warnings />);
  hearClock(ago(minutes));
  expect((await screen.findByTestId('clocks-differ')).textContent).toContain(words);
  hearClock(ago(1));
  await waitFor(() => expect(screen.queryByTestId('clocks-differ')).toBeNull());
});
it('an answer without a time says nothing of the clocks', () => {
  hearClock(ago(9));
  hearClock(null);
  hearClock('yesterday');
  show(<Warnings />);
  expect(screen.getByTestId('clocks-differ')).toBeTruthy();
});

it('that the server can’t be reached is told once it lasts, with the time of what is shown, until it is back', () => {
  vi.useFakeTimers();
  show(<Warnings />);
  act(() => heard(false));
  act(() => vi.advanceTimersByTime(1000));
  expect(screen.queryByTestId('offline')).toBeNull();
  act(() => vi.advanceTimersByTime(4000));
  const banner = screen.getByTestId('offline');
  expect(banner.textContent).toContain('You can read what you opened before');
  expect(banner.querySelector('time')).not.toBeNull();
  act(() => heard(true));
  expect(screen.queryByTestId('offline')).toBeNull();
  vi.useRealTimers();
});
