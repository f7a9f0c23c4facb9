import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Schemas } from '../api/client';
import { show } from '../testing/page';
import { answersTo } from '../testing/server';
import { Desk } from '../chapters/desk/Desk';
import { Bell } from './Bell';

type Task = Schemas['DeskTask'];
const task = (kind: string, about: Partial<Task['about']>): Task => ({
  kind,
  about: { title: 'A new pier', ...about },
  by: null,
});
const vote = task('vote', { motion: 1 });
const clear = task('clear', { meeting: 4 });
const notice = {
  number: 3,
  kind: 'passkey-removed',
  at: '2026-03-01T09:00:00.000Z',
  entry: 43,
  by: { id: 9, name: 'Ben', title: null, is_guest: false, enrolled: true, organization: null },
  person: { id: 9, name: 'Ben', title: null, is_guest: false, enrolled: true, organization: null },
  organization: 'QUAY',
  motion: null,
};
const awaits = (tasks: Task[], notices: object[] = [], recovery_asked: string | null = null) =>
  answersTo('GET /api/desk', { tasks, notices, recovery_asked, meetings: [] });
/** The bell whose name counts so many, once it does. */
const counts = (count: number) =>
  screen.findByRole('button', {
    name: count === 0 ? 'What is new' : count === 1 ? 'What is new: 1 thing' : `What is new: ${count} things`,
  });
const opens = async () => {
  await userEvent.click(await screen.findByTestId('bell'));
  return screen.findByRole('dialog');
};
const looks = (state: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  answersTo('GET /api/me', { person: 7 });
  answersTo('GET /api/community', { name: 'The Harbour', short_name: 'CCOP', fell_behind: false });
});
afterEach(() => vi.restoreAllMocks());

describe('the bell', () => {
  it('counts tasks and notices that are new, in its name and for whoever listens', async () => {
    awaits([vote, clear], [notice]);
    show(<Bell />);
    await counts(3);
    expect(screen.getByRole('status').textContent).toBe('What is new: 3 things');
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
  });
  it('says nothing where nothing is new', async () => {
    awaits([]);
    show(<Bell />);
    const dialog = await opens();
    expect(within(dialog).getByText('Nothing is new.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
    expect(within(dialog).queryByRole('button', { name: 'All seen' })).toBeNull();
  });
  it('lists the newest, with ways to where they are', async () => {
    awaits([vote, clear], [notice]);
    show(<Bell />);
    await counts(3);
    const dialog = await opens();
    const ways = within(dialog)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]);
    expect(ways).toEqual([
      [expect.stringContaining('A new pier'), '/'],
      ['Clear the invitation of A new pier', '/meetings/4'],
      ['Ben removed a passkey.', '/record/43'],
      ['To my desk', '/'],
    ]);
  });
  it('tells that somebody at the door says to be the reader', async () => {
    awaits([], [], '2026-03-01T09:00:00.000Z');
    show(<Bell />);
    await counts(1);
    const dialog = await opens();
    expect(
      within(dialog)
        .getByRole('link', { name: /Somebody says to be you/ })
        .getAttribute('href'),
    ).toBe('/');
    await userEvent.click(within(dialog).getByRole('button', { name: 'All seen' }));
    await counts(0);
  });
  it('tells one recovery from another of the same person', async () => {
    const asks = (link_key: string) => task('confirm-recovery', { person: 5, link_key });
    awaits([asks('first')]);
    const { queryClient } = show(<Bell />);
    await counts(1);
    await userEvent.click(within(await opens()).getByRole('button', { name: 'All seen' }));
    await counts(0);
    awaits([asks('second')]);
    await queryClient.invalidateQueries({ queryKey: ['desk'] });
    await counts(1);
  });
  it('lists few of many, and says how many more there are', async () => {
    awaits(Array.from({ length: 11 }, (_, item) => task('finish-item', { item })));
    show(<Bell />);
    await counts(11);
    const dialog = await opens();
    expect(within(dialog).getAllByRole('listitem').length).toBe(8);
    expect(within(dialog).getByRole('link', { name: '3 more on your desk' })).toBeTruthy();
  });
  it('leads to the desk for a kind of a newer server', async () => {
    awaits([task('brand-new', {})]);
    show(<Bell />);
    await counts(1);
    const [way] = within(await opens()).getAllByRole('link');
    expect(way?.getAttribute('href')).toBe('/');
  });
  it('is opened and closed by the keyboard, and has the focus again', async () => {
    awaits([vote]);
    show(<Bell />);
    const bell = await counts(1);
    bell.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(bell));
  });
  it('has the focus again, too, where all was seen before', async () => {
    awaits([vote]);
    show(<Bell />);
    const bell = await counts(1);
    await userEvent.click(within(await opens()).getByRole('button', { name: 'All seen' }));
    await counts(0);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(bell));
  });
  it('counts from nothing once all was seen, also after the page is loaded anew', async () => {
    awaits([vote], [notice]);
    const { unmount } = show(<Bell />);
    await counts(2);
    await userEvent.click(within(await opens()).getByRole('button', { name: 'All seen' }));
    await counts(0);
    unmount();
    awaits([vote, clear], [notice]);
    show(<Bell />);
    await counts(1);
  });
  it('counts a task that went and came back as new', async () => {
    awaits([vote]);
    const { queryClient } = show(<Bell />);
    await counts(1);
    await userEvent.click(within(await opens()).getByRole('button', { name: 'All seen' }));
    await counts(0);
    awaits([clear]);
    await queryClient.invalidateQueries({ queryKey: ['desk'] });
    await counts(1);
    await waitFor(async () => {
      awaits([vote, clear]);
      await queryClient.invalidateQueries({ queryKey: ['desk'] });
      await counts(2);
    });
  });
  it('does not count what stands on the desk that one has before oneself', async () => {
    awaits([vote], [notice]);
    show(
      <>
        <Bell />
        <Desk />
      </>,
    );
    await counts(1); // the notice, until it was seen
  });
  it('counts what came to a desk that nobody has before them', async () => {
    looks('hidden');
    awaits([vote]);
    show(
      <>
        <Bell />
        <Desk />
      </>,
    );
    await counts(1);
    looks('visible');
    await counts(0);
  });
});

describe('the browser', () => {
  const told = vi.fn();
  const browser = (permission: NotificationPermission) => {
    told.mockReset();
    const Stub = Object.assign(
      vi.fn(function (this: object, words: string, options: object) {
        told(words, options);
      }),
      { permission: 'default' as NotificationPermission, requestPermission: vi.fn() },
    );
    Stub.requestPermission.mockImplementation(() => {
      Stub.permission = permission;
      return Promise.resolve(permission);
    });
    vi.stubGlobal('Notification', Stub);
    return Stub;
  };
  afterEach(() => Reflect.deleteProperty(window, 'Notification'));
  const switchOn = async () => {
    await counts(1);
    const dialog = await opens();
    await userEvent.click(await within(dialog).findByRole('switch', { name: /Tell me in this browser/ }));
    return dialog;
  };
  const becomes = async (queryClient: ReturnType<typeof show>['queryClient'], tasks: Task[]) => {
    awaits(tasks);
    await queryClient.invalidateQueries({ queryKey: ['desk'] });
    await counts(tasks.length);
  };

  it('is asked when that is wished, and tells how many things are new, never what, while the page is hidden', async () => {
    const { requestPermission } = browser('granted');
    awaits([vote]);
    const { queryClient } = show(<Bell />);
    const dialog = await switchOn();
    expect(requestPermission).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(within(dialog).getByRole<HTMLInputElement>('switch').checked).toBe(true));
    looks('hidden');
    await becomes(queryClient, [vote, clear]);
    expect(told.mock.calls).toEqual([['CCOP: 2 things for you', { tag: 'browser-notices/ccop' }]]);
  });
  it('tells nothing while the page is seen, nor of less', async () => {
    browser('granted');
    awaits([vote]);
    const { queryClient } = show(<Bell />);
    await switchOn();
    await becomes(queryClient, [vote, clear]);
    looks('hidden');
    await becomes(queryClient, [vote]);
    expect(told).not.toHaveBeenCalled();
  });
  it('tells nothing of what was there when a page is loaded that nobody sees', async () => {
    browser('granted');
    awaits([vote]);
    const { unmount } = show(<Bell />);
    await switchOn();
    unmount();
    looks('hidden');
    show(<Bell />);
    await counts(1);
    expect(told).not.toHaveBeenCalled();
  });
  it('tells nothing unless that is wished', async () => {
    const { requestPermission } = browser('granted');
    awaits([vote]);
    const { queryClient } = show(<Bell />);
    await counts(1);
    looks('hidden');
    await becomes(queryClient, [vote, clear]);
    expect(requestPermission).not.toHaveBeenCalled();
    expect(told).not.toHaveBeenCalled();
  });
  it('that does not let the page tell is named, with what to do', async () => {
    browser('denied');
    awaits([vote]);
    show(<Bell />);
    const dialog = await switchOn();
    expect(await within(dialog).findByText(/Allow notifications for it/)).toBeTruthy();
  });
  it('that has no notices is not asked', async () => {
    awaits([vote]);
    show(<Bell />);
    await counts(1);
    expect(within(await opens()).queryByRole('switch')).toBeNull();
  });
  it('that takes none from a page hinders nothing', async () => {
    browser('granted').mockImplementation(function () {
      throw new TypeError('Illegal constructor');
    });
    awaits([vote]);
    const { queryClient } = show(<Bell />);
    await switchOn();
    looks('hidden');
    await becomes(queryClient, [vote, clear]);
  });
});
