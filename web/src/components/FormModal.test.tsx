import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Command } from '../acts/act';
import { ActForm } from '../acts/ActForm';
import { awaitsPasskey, letsAct, opens } from '../testing/acts';
import { show } from '../testing/page';
import { answersTo, No } from '../testing/server';
import { NumberField, SelectField, TextField } from './fields';
import { FormModal } from './FormModal';

function Form() {
  const [place, setPlace] = useState('');
  const act = () => ({ words: 'I move to Nairobi.', command: (): Command => ({ type: 'end-absence' }) });
  return (
    <ActForm label="Move" act={act}>
      <TextField label="Place" value={place} onChange={setPlace} />
    </ActForm>
  );
}
const said = (key: string) => ({
  type: 'about:blank',
  title: '',
  status: 422,
  detail: '',
  key,
  values: { days: '14' },
});
const refusal = () => new No(422, 'only-members-vote', { number: '6.4', title: 'Voting' });

async function sends() {
  show(<Form />);
  const form = await opens('Move');
  await userEvent.type(within(form).getByLabelText('Place'), 'Nairobi');
  await userEvent.click(within(form).getByRole('button', { name: 'Move' }));
  return form;
}

beforeEach(letsAct);

it('one begins to type in its first field', async () => {
  show(<Form />);
  const form = await opens('Move');
  await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Place')));
  await userEvent.keyboard('Bonn');
  expect(within(form).getByLabelText<HTMLInputElement>('Place').value).toBe('Bonn');
});
it('a form that says where one begins, begins there', async () => {
  show(
    <ActForm label="Move" act={() => ({ words: '', command: (): Command => ({ type: 'end-absence' }) })}>
      <TextField label="Place" value="Bonn" onChange={() => undefined} />
      <TextField data-autofocus label="Day" value="" onChange={() => undefined} />
    </ActForm>,
  );
  const form = await opens('Move');
  await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Day')));
});
it('what is refused stands first in the form, which keeps what was typed', async () => {
  answersTo('POST /api/acts', refusal());
  const form = await sends();
  const alert = await within(form).findByRole('alert');
  expect(alert.textContent).toContain('Only representatives of Members vote.');
  const field = within(form).getByLabelText<HTMLInputElement>('Place');
  expect(alert.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(document.activeElement?.contains(alert)).toBe(true);
  expect(field.value).toBe('Nairobi');
  expect(screen.getAllByRole('dialog')).toEqual([form]);
});
describe('what is refused of one member', () => {
  const ofPlace = (field: string) => () => Promise.resolve({ ...said('meeting-ends-after-it-starts'), field });
  function Fields({ field }: { field: string }) {
    const [place, setPlace] = useState('');
    const [seats, setSeats] = useState(3);
    return (
      <FormModal label="Move" onSubmit={ofPlace(field)}>
        <TextField label="Place" field="place" value={place} onChange={setPlace} />
        <NumberField label="Seats" field="seats" value={seats} onChange={setSeats} />
        <SelectField label="Zone" field="zone" data={['UTC']} />
      </FormModal>
    );
  }
  const refuses = async (field: string) => {
    show(<Fields field={field} />);
    const form = await opens('Move');
    await userEvent.type(within(form).getByLabelText('Place'), 'Nairobi');
    await userEvent.click(within(form).getByRole('button', { name: 'Move' }));
    return form;
  };
  it.each([
    ['place', 'Place'],
    ['seats', 'Seats'],
    ['zone', 'Zone'],
  ])('is told at the field of %s, which has the focus, and what was typed stays', async (name, label) => {
    const form = await refuses(name);
    const field = within(form).getByRole(name === 'zone' ? 'combobox' : 'textbox', { name: label });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const told = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(told.map((id) => document.getElementById(id)?.textContent).join('')).toContain('A meeting ends after');
    expect(within(form).queryByRole('alert')).toBeNull();
    expect(within(form).getByLabelText<HTMLInputElement>('Place').value).toBe('Nairobi');
  });
  it('stands first in the form where it has no field for it', async () => {
    const form = await refuses('elsewhere');
    expect((await within(form).findByRole('alert')).textContent).toContain('A meeting ends after');
  });
});
it('one may go on typing beneath it', async () => {
  answersTo('POST /api/acts', refusal());
  const form = await sends();
  await within(form).findByRole('alert');
  await userEvent.type(within(form).getByLabelText('Place'), ' or Bonn');
  expect(within(form).getByLabelText<HTMLInputElement>('Place').value).toBe('Nairobi or Bonn');
});
it('it goes when the form is sent again, which then closes', async () => {
  answersTo('POST /api/acts', refusal());
  const form = await sends();
  await within(form).findByRole('alert');
  answersTo('POST /api/acts', { seq: 3, acts: [] });
  await userEvent.click(within(form).getByRole('button', { name: 'Move' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await screen.findByRole('status')).textContent).toContain('I move to Nairobi.');
});
it('what a passkey was asked for is refused in the form as well', async () => {
  awaitsPasskey();
  answersTo('POST /api/acts/prepare', refusal());
  const form = await sends();
  expect(await within(form).findByRole('alert')).toBeTruthy();
});
