import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { chooser, commands, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo, No } from '../../testing/server';
import { PersonSelect } from './PersonSelect';

const person = (id: number, name: string, organization: string | null = null) => ({
  id,
  name,
  title: 'CISO',
  is_guest: false,
  enrolled: true,
  organization,
});

function Inviting() {
  const [chosen, setChosen] = useState<string | null>(null);
  const command = (who: string | null): Command => ({ type: 'invite-representative', meeting: 4, person: Number(who) });
  return (
    <ActForm label="Invite" act={() => ({ words: '', command: (): Command => command(chosen) })}>
      <PersonSelect value={chosen} onChange={setChosen} asks={command} />
    </ActForm>
  );
}

let people = [person(1, 'Zoe'), person(2, 'Ada', 'PIER'), person(3, 'Bo')];
const asked = (body: unknown) => (body as { command: { type: string; person?: number } }).command;

beforeEach(() => {
  people = [person(1, 'Zoe'), person(2, 'Ada', 'PIER'), person(3, 'Bo')];
  answersTo('GET /api/me', { person: 9 });
  answersTo('GET /api/people', () => ({ people, may: ['register-person'] }));
  answersTo('POST /api/acts/prepare', (body: unknown) =>
    asked(body).person === 2
      ? new No(422, 'has-a-seat-already')
      : { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' },
  );
  answersTo('POST /api/acts', () => {
    if (commands().at(-1)?.type !== 'register-person') return { seq: 4, acts: [] };
    people = [...people, person(7, 'Cy')];
    return { seq: 3, acts: [{ type: 'person-registered', person: 7 }] };
  });
});
const choose = async (form: HTMLElement, name: string) => {
  await userEvent.click(chooser(form, /^Person/));
  await userEvent.click(await screen.findByRole('option', { name }));
};

describe('the choice of a person', () => {
  it('finds whoever the server gives on another page', async () => {
    answersTo('GET /api/people', (_: unknown, query: URLSearchParams) =>
      query.get('before') === '2'
        ? { people: [person(1, 'Zoe')], before: null, may: [] }
        : { people: [person(2, 'Ada', 'PIER'), person(3, 'Bo')], before: 2, may: [] },
    );
    show(<Inviting />);
    await userEvent.click(chooser(await opens('Invite'), /^Person/));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'Ada (PIER)',
      'Bo',
      'Zoe',
    ]);
  });

  it('has those who speak for an organization, and the others, each by name', async () => {
    show(<Inviting />);
    await userEvent.click(chooser(await opens('Invite'), /^Person/));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'Ada (PIER)',
      'Bo',
      'Zoe',
    ]);
    expect(screen.getByText('Speak for an organization')).toBeTruthy();
    expect(screen.getByText('Hold no seat')).toBeTruthy();
  });
  it('has below the others whom the rules bar, with the reason, and lets nobody choose them', async () => {
    answersTo('POST /api/acts/barred', (body: unknown) => ({
      barred: (body as { commands: { person: number }[] }).commands.flatMap(({ person: who }, place) =>
        who === 2 ? [{ place, problem: { key: 'has-a-seat-already', status: 422, detail: '' } }] : [],
      ),
    }));
    show(<Inviting />);
    const form = await opens('Invite');
    await userEvent.click(chooser(form, /^Person/));
    expect(await screen.findByText(/already represents an organization/)).toBeTruthy();
    const options = screen.getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Bo', 'Zoe', 'Ada (PIER)']);
    await userEvent.click(screen.getByRole('option', { name: 'Ada (PIER)' }));
    expect((chooser(form, /^Person/) as HTMLInputElement).value).toBe('');
    await userEvent.click(screen.getByRole('option', { name: 'Bo' }));
    expect((chooser(form, /^Person/) as HTMLInputElement).value).toBe('Bo');
  });
  it('says at once why somebody can’t be chosen for this, and takes it back with another', async () => {
    show(<Inviting />);
    const form = await opens('Invite');
    await choose(form, 'Ada (PIER)');
    expect(await within(form).findByText(/already represents an organization/)).toBeTruthy();
    await choose(form, 'Bo');
    await waitFor(() => expect(within(form).queryByText(/already represents an organization/)).toBeNull());
  });
  it('registers somebody without leaving the form, and chooses them', async () => {
    show(<Inviting />);
    const form = await opens('Invite');
    await userEvent.click(within(form).getByRole('button', { name: /not in the list/ }));
    const register = await screen.findByRole('dialog', { name: /not in the list/ });
    await userEvent.type(within(register).getByLabelText(/^Name/), 'Cy');
    await userEvent.type(within(register).getByLabelText(/^Position/), 'Architect');
    await userEvent.type(within(register).getByLabelText(/^E-mail/), 'cy@example.org');
    await userEvent.click(within(register).getByRole('button', { name: /not in the list/ }));
    await waitFor(() => expect((chooser(form, /^Person/) as HTMLInputElement).value).toBe('Cy'));
    expect(commands().map(({ type }) => type)).toEqual(['register-person']); // and the invitation is not sent
    await userEvent.click(within(form).getByRole('button', { name: 'Invite' }));
    await waitFor(() => expect(commands().at(-1)).toMatchObject({ type: 'invite-representative', person: 7 }));
  });
});
