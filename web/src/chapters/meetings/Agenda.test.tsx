import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { commands, letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { Agenda } from './Agenda';

type Session = Schemas['MeetingSession'];
const session = (more: Partial<Session> = {}) =>
  ({
    id: 2,
    starts: '2026-03-01T08:00:00.000Z',
    ends: '2026-03-01T09:30:00.000Z',
    agenda: [
      { item: 'a', text: 'The pier', minutes: 30 },
      { item: 'b', text: 'The quay', minutes: 45 },
    ],
    may: [],
    ...more,
  }) as Partial<Session> as Session;
const agenda = (more?: Partial<Session>) => show(<Agenda session={session(more)} zone="Europe/Rome" />);
const all: Session['may'] = ['add-agenda-item', 'change-agenda-item', 'move-agenda-item'];

beforeEach(letsAct);

describe('the agenda of an executive session', () => {
  it('has the review of the work-plan, whatever else is on it', () => {
    agenda({ kind: 'executive', agenda: [] });
    const review = screen.getByRole('link', { name: /Review of the work-plan/ });
    expect(review.getAttribute('href')).toBe('/items/review');
  });
  it('has it no more once it is closed, and no other session has it', () => {
    agenda({ kind: 'executive', closed_at: '2026-03-01T09:30:00.000Z' });
    agenda({ kind: 'open' });
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('an agenda', () => {
  it('says when each item begins, on the clock of the meeting', () => {
    agenda();
    const times = screen.getAllByRole('row').map((row) => within(row).getByRole('time').textContent);
    expect(times).toEqual([expect.stringMatching(/^9:00/), expect.stringMatching(/^9:30/)]);
    expect(screen.queryByText(/longer than the session/)).toBeNull();
  });
  it('says where it takes longer than its session', () => {
    agenda({ ends: '2026-03-01T09:00:00.000Z' });
    expect(screen.getByText('The agenda takes 15 minutes longer than the session.')).toBeDefined();
  });
  it('offers to change it to nobody who may not', () => {
    agenda();
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('moves an item up or down, but not off its ends', async () => {
    agenda({ may: all });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Move up: The pier' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Move down: The quay' }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Move down: The pier' }));
    await userEvent.click(screen.getByRole('button', { name: 'Move up: The quay' }));
    await waitFor(() =>
      expect(commands()).toEqual([
        { type: 'move-agenda-item', session: 2, item: 'a', place: 1 },
        { type: 'move-agenda-item', session: 2, item: 'b', place: 0 },
      ]),
    );
  });
  it('changes an item in its place', async () => {
    agenda({ may: all });
    await userEvent.click(screen.getAllByRole('button', { name: 'Change the item' })[1] as HTMLElement);
    const form = await screen.findByRole('dialog');
    fireEvent.change(within(form).getByLabelText(/Item/), { target: { value: 'Both quays' } });
    fireEvent.submit(within(form).getByLabelText(/Item/));
    await waitFor(() =>
      expect(commands()).toEqual([
        expect.objectContaining({ type: 'change-agenda-item', session: 2, item: 'b', minutes: 45 }),
      ]),
    );
  });
});
