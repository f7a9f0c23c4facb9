import { createRoute } from '@tanstack/react-router';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { shell } from '../../frame/parents';
import { aMotion } from '../../testing/motion';
import { showAt } from '../../testing/page';
import { asked, answersTo } from '../../testing/server';
import { aMeeting, aSession, here } from '../../testing/session';
import { Presiding } from './Presiding';
import { Screen } from './Screen';

const voting = { present: 2, majority: { numerator: 1, denominator: 2 }, abstentions_count: false };
let floor: Schemas['Floor'];

const routes = [
  createRoute({ getParentRoute: () => shell, path: '/meetings/$id/room/$session', component: Presiding }),
  createRoute({ getParentRoute: () => shell, path: '/meetings/$id/screen/$session', component: Screen }),
  createRoute({ getParentRoute: () => shell, path: '/meetings/$id', component: () => <h1>{'The meeting'}</h1> }),
].map((route) =>
  route.update({
    params: {
      parse: (params: object) =>
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Number(value)])) as never,
    },
  } as never),
);
const opens = async (view: 'room' | 'screen', session: ReturnType<typeof aSession>) => {
  answersTo('GET /api/meetings/4', aMeeting(session));
  const shown = showAt(`/meetings/4/${view}/${session.id}`, routes as never);
  await screen.findByRole('heading', { level: 1 });
  return shown;
};
const taken = () => asked.filter(({ what }) => what === 'POST /api/floor').map(({ body }) => body);

beforeEach(() => {
  floor = { item: null, since: null, may_lead: true };
  answersTo('GET /api/sessions/2/floor', () => floor);
  answersTo('POST /api/floor', ({ item }: { item?: string }) => {
    floor = { ...floor, item: item ?? null, since: new Date().toISOString() };
    return {};
  });
});

describe('whoever presides', () => {
  it('goes through the agenda by one key, on and back', async () => {
    await opens('room', aSession());
    expect((await screen.findByTestId('now')).textContent).toBe('The session is not at an item yet.');
    await screen.findByRole('button', { name: /^Next item/ });
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(screen.getByTestId('now').textContent).toBe('Now: 1. The pier'));
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(screen.getByTestId('now').textContent).toBe('Now: 2. The lights'));
    expect(screen.getByTestId('time-left').textContent).toBe('45 minutes left');
    await userEvent.keyboard('{PageDown}'); // there is no third
    await userEvent.keyboard('{PageUp}');
    await waitFor(() => expect(screen.getByTestId('now').textContent).toBe('Now: 1. The pier'));
    expect(taken()).toEqual(['a', 'b', 'a'].map((item) => ({ session: 2, item })));
  });
  it('steps nowhere while a dialog is open: whoever signs means something else by that key', async () => {
    await opens('room', aSession());
    await screen.findByRole('button', { name: /^Next item/ });
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    await userEvent.keyboard('{PageDown}');
    expect(taken()).toEqual([]);
    dialog.remove();
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(taken()).toHaveLength(1));
  });
  it('may take any item, which is marked as the step that is now', async () => {
    await opens('room', aSession());
    await userEvent.click(await screen.findByRole('button', { name: 'Go to: The lights' }));
    await waitFor(() =>
      expect(screen.getByText('The lights', { selector: 'td' }).closest('tr')?.getAttribute('aria-current')).toBe(
        'step',
      ),
    );
  });
  it('is told of an item that takes longer than the agenda gives it', async () => {
    floor = { item: 'a', since: new Date(Date.now() - 33 * 60_000).toISOString(), may_lead: true };
    await opens('room', aSession());
    expect((await screen.findByTestId('time-left')).textContent).toBe('3 minutes over');
  });
  it('sees who votes for whom, who has voted, and which Members are missing', async () => {
    const motions = [aMotion({ state: 'open', voting: { ...voting, missing: ['QUAY'] }, votes_cast: 1 })];
    const attendance = [
      here(1, 'Ada', 'QUAY', true),
      here(2, 'Ben', 'BUOY', true),
      here(3, 'Cleo', 'BUOY', false),
      here(4, 'Dora', null, false),
    ];
    await opens('room', aSession({ attendance, absent: ['PIER', 'LAMP'], motions }));
    const rows = within(screen.getByRole('table', { name: 'Who votes for whom' })).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'BUOYBenHas voted',
      'QUAYAdaHas not voted',
      'BUOYCleoNo vote',
      'OfficeDoraNo vote',
    ]);
    expect(screen.getByTestId('absent').textContent).toBe('2 Members have nobody here who votes: LAMP, PIER');
    expect(screen.getByTestId('running-vote').textContent).toContain('It needs more than 1/2');
  });
  it('sees the quorum, and is told to enter where they are not in the room', async () => {
    await opens('room', aSession({ present: false }));
    expect(screen.getByTestId('quorum').textContent).toBe('No quorum: 2 present, 3 needed');
    expect(screen.getByText('Enter the session to see who is here.')).toBeTruthy();
    expect(screen.queryByTestId('absent')).toBeNull();
  });
});

it('whoever does not lead the session steps nowhere', async () => {
  floor = { item: 'a', since: '2026-03-01T09:00:00.000Z', may_lead: false };
  await opens('room', aSession());
  await waitFor(() => expect(screen.getByTestId('now').textContent).toBe('Now: 1. The pier'));
  await userEvent.keyboard('{PageDown}');
  expect(screen.queryByRole('button', { name: /item/ })).toBeNull();
  expect(taken()).toEqual([]);
});
it('a session that is not of this meeting leads back to it', async () => {
  answersTo('GET /api/meetings/4', aMeeting(aSession()));
  showAt('/meetings/4/room/9', routes as never);
  expect(await screen.findByRole('heading', { name: 'The meeting' })).toBeTruthy();
});

describe('the screen', () => {
  it('shows the item that the session is at', async () => {
    floor = { item: 'b', since: '2026-03-01T09:30:00.000Z', may_lead: false };
    await opens('screen', aSession());
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The lights'));
    expect(screen.getByTestId('screen-item').textContent).toBe('Item 2');
  });
  it('shows a motion as it is put and how many have voted, and nothing to press', async () => {
    const motions = [aMotion({ state: 'open', voting, votes_cast: 1, may: ['cast-vote'] })];
    await opens('screen', aSession({ motions }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A new pier');
    expect(screen.getByText('It is built.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('1 of 2 Members who are here have voted.');
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Leave the screen view']);
  });
  it('shows the result when it stands, and names nobody who voted', async () => {
    const motions = [
      aMotion({
        state: 'closed',
        outcome: 'adopted',
        recorded: true,
        closed_at: '2026-03-01T10:00:00.000Z',
        counts: [2, 1, 0],
        votes: [{ organization: 'QUAY', choice: 0 }],
      }),
    ];
    const { container } = await opens('screen', aSession({ motions, attendance: [here(1, 'Ada', 'QUAY', true)] }));
    expect(screen.getByTestId('screen-result').textContent).toContain('Adopted');
    expect(screen.getByText('Against').nextElementSibling?.textContent).toBe('1');
    for (const name of ['QUAY', 'Ada', 'BUOY']) expect(container.textContent).not.toContain(name);
  });
  it('says when a session begins, and that it is closed', async () => {
    const { unmount } = await opens('screen', aSession({ live: false, opened_at: null }));
    expect(screen.getByText(/^Begins at/)).toBeTruthy();
    unmount();
    await opens('screen', aSession({ live: false, closed_at: '2026-03-01T12:00:00.000Z' }));
    expect(screen.getByText('The session is closed.')).toBeTruthy();
  });
});
