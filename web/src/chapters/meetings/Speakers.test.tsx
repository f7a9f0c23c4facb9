import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked, No } from '../../testing/server';
import { aSession } from '../../testing/session';
import { Speakers } from './Speakers';
import { SpeakersList } from './SpeakersList';

const somebody = (id: number, name: string, organization: string | null) => ({
  id,
  is_guest: false,
  name,
  title: null,
  enrolled: true,
  organization,
});
const ada = somebody(1, 'Ada', 'QUAY');
const ben = somebody(2, 'Ben', 'BUOY');
const cleo = somebody(3, 'Cleo', null);

const tells = (more: Partial<Schemas['Speakers']>) =>
  answersTo('GET /api/sessions/2/speakers', { speaking: null, waiting: 0, place: null, closed: false, ...more });
const sent = () =>
  asked.filter(({ what }) => what.startsWith('POST /api/speakers')).map(({ what, body }) => [what.slice(19), body]);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  for (const what of ['ask', 'withdraw', 'give', 'end', 'move', 'list']) answersTo(`POST /api/speakers/${what}`, {});
});

describe('whoever is in the session', () => {
  const own = () => show(<Speakers session={aSession()} />);

  it('asks for the floor', async () => {
    tells({ waiting: 2 });
    own();
    expect((await screen.findByTestId('own-place')).textContent).toBe('2 people ask to speak.');
    await press('Ask for the floor');
    await waitFor(() => expect(sent()).toEqual([['ask', { session: 2 }]]));
  });
  it('sees their own place, and withdraws', async () => {
    tells({ waiting: 5, place: 3 });
    own();
    expect((await screen.findByTestId('own-place')).textContent).toBe('Your place: 3 of 5.');
    expect(screen.queryByRole('button', { name: 'Ask for the floor' })).toBeNull();
    await press('Withdraw');
    await waitFor(() => expect(sent()).toEqual([['withdraw', { session: 2 }]]));
  });
  it('sees who has the floor, and not who waits', async () => {
    tells({ speaking: ada, waiting: 1 });
    own();
    expect((await screen.findByTestId('has-floor')).textContent).toBe('Ada has the floor.');
    expect(screen.queryByRole('list')).toBeNull();
  });
  it('is told that the list is closed', async () => {
    tells({ waiting: 1, closed: true });
    own();
    expect((await screen.findByTestId('own-place')).textContent).toContain('The list is closed.');
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('is told why they can’t, and that nothing of it is kept', async () => {
    tells({});
    answersTo('POST /api/speakers/ask', new No(422, 'speakers-list-is-closed'));
    own();
    await press('Ask for the floor');
    expect((await screen.findByTestId('problem')).textContent).toContain('The speakers’ list is closed.');
    expect(screen.getByText(/stands in no record/)).toBeTruthy();
  });
});

describe('whoever presides', () => {
  const presides = (more: Partial<Schemas['Speakers']> = {}) => {
    tells({ waiting: 3, list: [ada, ben, cleo], ...more });
    return show(<SpeakersList session={aSession()} />);
  };

  it('sees who waits in their order', async () => {
    presides();
    const rows = within(await screen.findByRole('list', { name: 'Who asks to speak, in order' })).getAllByRole(
      'listitem',
    );
    expect(rows.map(({ textContent }) => textContent?.replace('Give the floor', ''))).toEqual([
      'Ada (QUAY)',
      'Ben (BUOY)',
      'Cleo',
    ]);
  });
  it('gives the floor to the next by one key', async () => {
    presides();
    await screen.findByRole('button', { name: /^Next speaker/ });
    await userEvent.keyboard('{PageDown}'); // that one is the agenda's
    expect(sent()).toEqual([]);
    await userEvent.keyboard('{Shift>}{PageDown}{/Shift}');
    await waitFor(() => expect(sent()).toEqual([['give', { session: 2 }]]));
  });
  it('gives it to nobody by that key while a dialog is open, nor where nobody waits', async () => {
    presides();
    await screen.findByRole('button', { name: /^Next speaker/ });
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    await userEvent.keyboard('{Shift>}{PageDown}{/Shift}');
    dialog.remove();
    expect(sent()).toEqual([]);
  });
  it('has nobody to give it to where nobody waits', async () => {
    presides({ waiting: 0, list: [] });
    expect((await screen.findByRole('button', { name: /^Next speaker/ })).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Nobody asks to speak.')).toBeTruthy();
  });
  it.each([
    ['Give the floor to Ben', 'give', { session: 2, person: 2 }],
    ['Move up: Ben', 'move', { session: 2, person: 2, place: 0 }],
    ['Move down: Ben', 'move', { session: 2, person: 2, place: 2 }],
    ['Close the list', 'list', { session: 2, closed: true }],
  ])('%s', async (label, what, body) => {
    presides();
    await press(label);
    await waitFor(() => expect(sent()).toEqual([[what, body]]));
  });
  it('opens a closed list again, and ends a speech', async () => {
    presides({ closed: true, speaking: ada });
    await press('Open the list again');
    await waitFor(() => expect(sent()).toEqual([['list', { session: 2, closed: false }]]));
    await press('End the speech');
    await waitFor(() => expect(sent().at(-1)).toEqual(['end', { session: 2 }]));
  });
  it('is nobody to whom the server shows no list', async () => {
    tells({ waiting: 3 });
    show(<SpeakersList session={aSession()} />);
    await waitFor(() => expect(asked.some(({ what }) => what === 'GET /api/sessions/2/speakers')).toBe(true));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it.each([{ present: false }, { live: false }])('nothing is asked where one is not in the session: %j', (more) => {
  show(<Speakers session={aSession(more)} />);
  show(<SpeakersList session={aSession(more)} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(asked.some(({ what }) => what.includes('speakers'))).toBe(false);
});
