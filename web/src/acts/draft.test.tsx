import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { TextField } from '../components/fields';
import { show } from '../testing/page';
import { answersTo } from '../testing/server';
import { DraftNote } from './DraftNote';
import { useDraft } from './draft';
import { forgetPeople } from './own';

function Form({ form = 'motion' }: { form?: string }) {
  const draft = useDraft(form, { title: '', count: 3 });
  return (
    <>
      <DraftNote draft={draft} />
      <TextField label="Title" value={draft.value.title} onChange={(title) => draft.change({ title })} />
      <button onClick={draft.drop}>{'Sent'}</button>
    </>
  );
}
/** The page as it is after it was loaded again. */
const opens = (person: number, form?: string) => {
  answersTo('GET /api/me', { person });
  return show(<Form {...(form === undefined ? {} : { form })} />);
};
const title = async () => (await screen.findByLabelText<HTMLInputElement>('Title')).value;
async function types(person = 7) {
  const page = opens(person);
  await screen.findByLabelText('Title');
  await new Promise((known) => setTimeout(known, 50)); // who one is
  await userEvent.type(screen.getByLabelText('Title'), 'Lights');
  page.unmount();
}

beforeEach(() => localStorage.clear());

describe('a draft', () => {
  it('is there again when the page was loaded anew, and says so', async () => {
    await types();
    opens(7);
    expect(await screen.findByTestId('draft')).toBeTruthy();
    expect(await title()).toBe('Lights');
  });
  it('is gone once it was sent', async () => {
    await types();
    const page = opens(7);
    await screen.findByTestId('draft');
    await userEvent.click(screen.getByRole('button', { name: 'Sent' }));
    expect(await title()).toBe('');
    page.unmount();
    expect(localStorage.length).toBe(0);
  });
  it('is gone where one begins anew', async () => {
    await types();
    opens(7);
    await userEvent.click(await screen.findByRole('button', { name: 'Begin anew' }));
    expect(await title()).toBe('');
    expect(localStorage.length).toBe(0);
  });
  it.each([
    ['another person', 8, undefined],
    ['another form', 7, 'other'],
  ])('is nothing to %s', async (_, person, form) => {
    await types();
    opens(person, form);
    await new Promise((known) => setTimeout(known, 50));
    expect(await title()).toBe('');
    expect(screen.queryByTestId('draft')).toBeNull();
  });
  it('does not outlive signing out', async () => {
    await types();
    await forgetPeople();
    expect(localStorage.length).toBe(0);
  });
  it('that does not fit the form of today is left out', async () => {
    localStorage.setItem('of/ccop/7/draft/motion', JSON.stringify({ title: 3 }));
    opens(7);
    await new Promise((known) => setTimeout(known, 50));
    expect(await title()).toBe('');
  });
});
