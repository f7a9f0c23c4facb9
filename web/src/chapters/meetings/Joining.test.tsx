import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { commands, contentsSent, letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { Join, LinkForm, useLinksInTime } from './Joining';

const times = { from: '2026-03-01T07:30:00.000Z', until: '2026-03-01T09:00:00.000Z' };
const join = (link: string | null) => show(<Join join={{ ...times, link }} zone="Europe/Rome" title="Council" />);

beforeEach(letsAct);

describe('the link to join', () => {
  it('is followed in a window that learns nothing of this page', () => {
    join('https://rooms.example.org/1');
    const link = screen.getByRole('link', { name: 'Join from elsewhere: Council' });
    expect(link.getAttribute('href')).toBe('https://rooms.example.org/1');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });
  it('is not there before its time, and the page says when', () => {
    join(null);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByTestId('joining').textContent).toContain('half an hour before');
  });
  it.each(['javascript:alert(1)', 'http://rooms.example.org', 'data:text/html,x'])('is never %s', (link) => {
    join(link);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a page with a link to join', () => {
  function Page({ from }: { from: string }) {
    useLinksInTime({ id: 4, sessions: [{ join: { ...times, from, link: null } }] as never });
    return null;
  }
  afterEach(() => vi.useRealTimers());
  it('is read again when the link appears, though nothing happens in the record then', () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-01T07:29:00.000Z') });
    const { queryClient } = show(<Page from={times.from} />);
    const read = vi.spyOn(queryClient, 'invalidateQueries');
    vi.advanceTimersByTime(59_000);
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(3_000);
    expect(read).toHaveBeenCalledOnce();
  });
});

describe('whoever sets it', () => {
  it('sets one for a session, as a text of its own', async () => {
    show(<LinkForm place={{ meeting: 4, session: 2 }} isSet={false} />);
    expect(screen.queryByRole('button', { name: 'Remove the link to join' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Set the link to join' }));
    const form = await screen.findByRole('dialog');
    fireEvent.change(within(form).getByLabelText(/Link/), { target: { value: ' https://rooms.example.org/1 ' } });
    fireEvent.submit(within(form).getByLabelText(/Link/));
    await waitFor(() =>
      expect(commands()).toEqual([expect.objectContaining({ type: 'set-join-link', meeting: 4, session: 2 })]),
    );
    expect(contentsSent()).toEqual(['{"link":"https://rooms.example.org/1"}']);
  });
  it('is told whose the meeting’s link is not', async () => {
    show(<LinkForm place={{ meeting: 4 }} isSet />);
    await userEvent.click(screen.getByRole('button', { name: 'Change the link to join' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('never for guests');
  });
  it('takes it away', async () => {
    show(<LinkForm place={{ meeting: 4 }} isSet />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove the link to join' }));
    await waitFor(() => expect(commands()).toEqual([{ type: 'remove-join-link', meeting: 4 }]));
  });
});
