import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Mail } from './Mail';
import { MailCard } from './MailCard';

const own = {
  is_set_up: true,
  sender: 'ccop@example.org',
  time_zone: 'Europe/Zurich',
  preference: { rhythm: 'at-once', hour: 8, weekday: 1, zone: 'Africa/Nairobi' },
  items: [
    { about: 'duty.silence', standing: 'accepted', at: '2026-11-20T08:00:00.000Z', answer: '250 taken' },
    { about: 'notice.passkey-added', standing: 'refused', at: '2026-11-19T08:00:00.000Z', answer: '550 no such user' },
  ],
};

beforeEach(() => answersTo('GET /api/me', { person: 7 }));

const sentTo = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body);

describe('how often one is written to', () => {
  it('is chosen with one’s own hour, day and zone', async () => {
    answersTo('GET /api/mail', own);
    answersTo('POST /api/mail/preference', {});
    show(<MailCard />);
    fireEvent.change(await screen.findByLabelText('Write to me'), { target: { value: 'weekly' } });
    fireEvent.change(screen.getByLabelText('On'), { target: { value: '5' } });
    fireEvent.change(screen.getByLabelText('At'), { target: { value: '17' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sentTo('POST /api/mail/preference')).toEqual([
        { rhythm: 'weekly', hour: 17, weekday: 5, zone: 'Africa/Nairobi' },
      ]),
    );
  });
  it('asks for an hour where mails are collected alone', async () => {
    answersTo('GET /api/mail', own);
    show(<MailCard />);
    await screen.findByLabelText('Write to me');
    expect(screen.queryByLabelText('At')).toBeNull();
  });
  it('stands beside what was sent, and what a server answered that refused', async () => {
    answersTo('GET /api/mail', own);
    show(<MailCard />);
    expect(await screen.findByText(/A silence procedure.*taken over by the mail server/)).toBeTruthy();
    expect(screen.getByText(/550 no such user/)).toBeTruthy();
  });
  it('is nothing to choose where the host sends no mail', async () => {
    answersTo('GET /api/mail', { ...own, is_set_up: false, sender: '', items: [] });
    show(<MailCard />);
    expect(await screen.findByText(/This host sends no mail/)).toBeTruthy();
    expect(screen.queryByLabelText('Write to me')).toBeNull();
  });
});

describe('whom mail reached', () => {
  const person = (id: number, name: string) => ({
    id,
    is_guest: false,
    name,
    title: '',
    enrolled: true,
    organization: '',
  });
  const people = [
    {
      person: person(1, 'Ada Anchor'),
      waiting: 1,
      refused: 0,
      accepted_at: '2026-11-20T08:00:00.000Z',
      with_effect: [],
    },
    { person: person(2, 'Bo Bell'), waiting: 0, refused: 2, answer: '550 no such user', with_effect: [] },
  ];
  it('shows first who can’t be written to, with what the server answered, and sends again', async () => {
    answersTo('GET /api/mail/people', { is_set_up: true, trouble: '', people });
    answersTo('POST /api/mail/retry', {});
    show(<Mail />);
    const [first] = await screen.findAllByTestId('written-to');
    expect(first?.textContent).toMatch(/Bo Bell.*2 things not delivered.*550 no such user/);
    fireEvent.click(within(first as HTMLElement).getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(sentTo('POST /api/mail/retry')).toEqual([{ person: 2 }]));
  });
  it('says where the mail server is away', async () => {
    answersTo('GET /api/mail/people', { is_set_up: true, trouble: 'Connection refused', people: [] });
    show(<Mail />);
    expect(await screen.findByText(/Connection refused/)).toBeTruthy();
  });
});
