// Who is invited to a meeting beside the representatives, and what whoever clears it signs.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { Schemas } from '../../api/client';
import {
  actWords,
  asksNothing,
  awaitsPasskey,
  command,
  commands,
  contentsSent,
  letsAct,
  opens,
} from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aMeeting, aSession } from '../../testing/session';
import { Invitations } from './Invitations';

const salt = utf8('0123456789abcdef');
const texts = [
  { name: 'Nia', title: 'Second in line' },
  { title: 'Autumn symposium', place: 'Bonn' },
].map((said) => JSON.stringify(said));
const invitation = (more: Partial<Schemas['Invitation']> = {}): Schemas['Invitation'] => ({
  id: 8,
  meeting: 4,
  organization: 'QUAY',
  organization_name: 'Quay Masters',
  person: { id: 9, name: 'Nia', title: 'Second in line', is_guest: false, enrolled: true, organization: null },
  state: 'asked',
  reason: null,
  wording: { texts: texts.map((text) => ({ salt: toBase64url(salt), text })) },
  may: [],
  ...more,
});
const shows = (invitations: Schemas['Invitation'][], more: Partial<Schemas['Meeting']> = {}) =>
  show(<Invitations meeting={aMeeting(aSession(), { invitations, ...more })} />);
const seen = {
  texts: texts.map((text) => contentHash(salt, text)),
  clear: [expect.any(String), expect.any(String)] as string[],
};

beforeEach(awaitsPasskey);

describe('who is invited', () => {
  it('is told by name, organization and standing', async () => {
    shows([invitation(), invitation({ id: 9, state: 'waitlisted', person: { ...invitation().person, name: 'Olu' } })]);
    const [, first, second] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(first?.textContent).toMatch(/Nia.*QUAY.*Asked/);
    expect(second?.textContent).toMatch(/Olu.*QUAY.*Waiting list/);
    expect(within(first ?? document.body).queryByRole('button')).toBeNull();
  });
  it('is told with why they were refused, to whoever points there', async () => {
    shows([invitation({ state: 'refused', reason: 'No room.' })]);
    expect((await screen.findByTitle('No room.')).textContent).toBe('Refused');
  });
  it('is nobody, where nobody is', async () => {
    shows([]);
    expect(await screen.findByText('Nobody is invited yet.')).toBeTruthy();
  });
  it('is not spoken of before the meeting is announced, nor to a guest', async () => {
    const planned = shows([invitation()], { state: 'planned' });
    expect(planned.container.querySelector('table')).toBeNull();
    planned.unmount();
    answersTo('GET /api/me', { person: 1, is_guest: true });
    shows([invitation()]);
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  });
});

describe('an invitation', () => {
  const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
  it('is cleared by whoever saw who comes, to what, and for whom', async () => {
    shows([invitation({ may: ['clear-invitation'] })]);
    await press('Clear');
    expect(await actWords()).toBe('I clear the invitation of Nia.');
    expect(await command()).toEqual({ type: 'clear-invitation', invitation: 8, seen });
  });
  it('is refused with a reason, which is signed', async () => {
    letsAct();
    shows([invitation({ may: ['refuse-invitation'] })]);
    const form = await opens('Refuse');
    await userEvent.type(within(form).getByLabelText(/Reason/), 'No room.');
    await userEvent.click(within(form).getByRole('button', { name: 'Refuse' }));
    await screen.findByRole('status');
    expect(commands()).toMatchObject([{ type: 'refuse-invitation', invitation: 8, seen }]);
    expect(contentsSent()).toEqual(['No room.']);
  });
  it('is withdrawn at once', async () => {
    letsAct();
    shows([invitation({ may: ['withdraw-invitation'] })]);
    await press('Withdraw');
    await screen.findByRole('status');
    expect(commands()).toEqual([{ type: 'withdraw-invitation', invitation: 8 }]);
  });
  it.each<[string, Partial<Schemas['Invitation']>, Partial<Schemas['Meeting']>]>([
    ['who comes', { person: { ...invitation().person, name: 'Max' } }, {}],
    ['their position', { person: { ...invitation().person, title: 'Director' } }, {}],
    ['to what', {}, { details: { title: 'Dinner', place: 'Bonn', description: '' } }],
  ])('is not cleared where the host shows otherwise %s', async (_, more, of) => {
    shows([invitation({ ...more, may: ['clear-invitation'] })], of);
    await press('Clear');
    expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
    asksNothing();
  });
});
