import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Mail } from './Mail';
import { MailCard } from './MailCard';
import { WhoIsWritten } from './WhoIsWritten';

const own = {
  is_set_up: true,
  sender: 'ccop@example.org',
  time_zone: 'Europe/Zurich',
  preference: { rhythm: 'at-once', hour: 8, weekday: 1, zone: 'Africa/Nairobi' },
  is_invited: true,
  follows_calendar: false,
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

describe('whether meetings come as invitations', () => {
  const card = async (more: object) => {
    answersTo('GET /api/mail', { ...own, ...more });
    answersTo('POST /api/mail/preference', {});
    show(<MailCard />);
    return screen.findByLabelText('Invite my calendar to meetings');
  };
  it('is so unless one says otherwise', async () => {
    const invited = await card({});
    expect(invited).toHaveProperty('checked', true);
    fireEvent.click(invited);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sentTo('POST /api/mail/preference')).toEqual([{ ...own.preference, invitations: false }]),
    );
  });
  it('is not so, and says why, where a device follows the calendar', async () => {
    const invited = await card({ is_invited: false, follows_calendar: true });
    expect(invited).toHaveProperty('checked', false);
    expect(screen.getByText(/A device follows your calendar/)).toBeTruthy();
    fireEvent.click(invited);
    expect(screen.queryByText(/A device follows your calendar/)).toBeNull();
  });
  it('is left unsaid by whoever chooses something else', async () => {
    await card({ is_invited: false, follows_calendar: true });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sentTo('POST /api/mail/preference')).toEqual([own.preference]));
  });
  it('is called in what was sent as it is in the mail', async () => {
    await card({ items: [{ about: 'invitation.change', standing: 'accepted', at: '2026-11-20T08:00:00.000Z' }] });
    expect(screen.getByText(/A meeting to which you are invited has changed/)).toBeTruthy();
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

describe('before a message goes to many', () => {
  const command = { type: 'open-status-round', answers_by: '2027-06-30T22:00:00.000Z' } as const;
  const somebody = { id: 7, is_guest: false, title: null, enrolled: true };
  it('its sender sees to whom, and the text', async () => {
    answersTo('POST /api/mail/preview', {
      is_set_up: true,
      people: [
        { ...somebody, name: 'Amina Diallo', organization: 'QUAY' },
        { ...somebody, id: 8, name: null, organization: 'TUGS' },
      ],
      subject: 'CCOP: 1 thing for you',
      text: 'Say how your working group stands.',
      invited: [],
      invitation: '',
    });
    show(<WhoIsWritten command={command} />);
    const seen = await screen.findByTestId('who-is-written');
    expect(seen.textContent).toContain('2 people are written to');
    expect(within(seen).getByText('Amina Diallo, QUAY')).toBeTruthy();
    expect(within(seen).getByText(/CCOP: 1 thing for you/).textContent).toContain('Say how your working group stands.');
    expect(sentTo('POST /api/mail/preview')).toEqual([{ command }]);
    expect(screen.queryByTestId('who-is-invited')).toBeNull();
  });
  it('its sender sees whose calendars are told of a meeting', async () => {
    answersTo('POST /api/mail/preview', {
      ...{ is_set_up: true, people: [], subject: '', text: '' },
      invited: [{ ...somebody, name: 'Amina Diallo', organization: 'QUAY' }],
      invitation: 'You are invited to a meeting.',
    });
    show(<WhoIsWritten command={{ type: 'publish-meeting', meeting: 4 }} />);
    const seen = await screen.findByTestId('who-is-invited');
    expect(seen.textContent).toContain('One calendar is told of the meeting by mail');
    expect(within(seen).getByText('Amina Diallo, QUAY')).toBeTruthy();
    expect(within(seen).getByText('You are invited to a meeting.')).toBeTruthy();
    expect(screen.queryByTestId('who-is-written')).toBeNull();
  });
  it('it says that nobody is written to where the host sends no mail', async () => {
    answersTo('POST /api/mail/preview', {
      ...{ is_set_up: false, people: [], subject: '', text: '', invited: [], invitation: '' },
    });
    show(<WhoIsWritten command={command} />);
    expect(await screen.findByText(/This host sends no mail: nobody/)).toBeTruthy();
  });
  it('nothing is asked while the form is not filled in', () => {
    show(<WhoIsWritten command={undefined} />);
    expect(asked).toEqual([]);
  });
});
