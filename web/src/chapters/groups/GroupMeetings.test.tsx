// When a group meets: in whose clock a meeting stands, and that a new one is offered a week ahead.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Schemas } from '../../api/client';
import { asksNothing, awaitsPasskey, command, commands, contentsSent, letsAct, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { aGroup } from '../../testing/workPlan';
import { GroupMeetings } from './GroupMeetings';
import './words';

const meeting = (more: Partial<Schemas['GroupMeeting']> = {}): Schemas['GroupMeeting'] => ({
  number: 2,
  content: { title: 'Monthly call', place: 'By video', text: 'Bring your lamps.' },
  starts: '2027-03-02T13:00:00.000Z',
  ends: '2027-03-02T14:00:00.000Z',
  time_zone: 'Africa/Nairobi',
  called_off: null,
  may: [],
  ...more,
});
const shows = (more: Partial<Schemas['GroupPage']>) => show(<GroupMeetings group={aGroup(more)} />);
const press = (name: string, form: HTMLElement) => userEvent.click(within(form).getByRole('button', { name }));
const at = (form: HTMLElement, label: RegExp) => within(form).getByLabelText<HTMLInputElement>(label);

beforeEach(awaitsPasskey);
afterEach(() => vi.useRealTimers());

// The list of all zones takes its time.
describe('a meeting that is called', { timeout: 60_000 }, () => {
  it('is offered in a week, for an hour, on the clock of the group', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2027-02-01T10:20:00Z') });
    shows({ may: ['call-group-meeting'] });
    const form = await opens('Call a meeting');
    expect([at(form, /From/).value, at(form, /Until/).value]).toEqual(['2027-02-08T12:00', '2027-02-08T13:00']);
  });
  it('has an hour that its clock has: one that is skipped is not sent', async () => {
    shows({ may: ['call-group-meeting'] });
    const form = await opens('Call a meeting');
    fireEvent.change(at(form, /What it is about/), { target: { value: 'Night watch' } });
    fireEvent.change(at(form, /From/), { target: { value: '2027-03-28T02:30' } }); // Zurich's clocks go from 2 to 3
    expect(at(form, /From/).validity.valid).toBe(false);
    await press('Call a meeting', form);
    asksNothing();
  });
  it('is offered to whoever keeps the group together, beside those that were', () => {
    const { unmount } = shows({ meetings: [meeting()] });
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    shows({ meetings: [meeting()], may: ['call-group-meeting'] });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Call a meeting']);
  });
});

describe('a meeting that is changed', { timeout: 60_000 }, () => {
  it('stays on the clock on which it was called, whoever changes it where', async () => {
    letsAct();
    shows({ meetings: [meeting({ may: ['change-group-meeting'] })] });
    const form = await opens('Change this meeting');
    expect(at(form, /From/).value).toBe('2027-03-02T16:00');
    fireEvent.change(at(form, /From/), { target: { value: '2027-03-02T15:30' } });
    await press('Change this meeting', form);
    await screen.findByRole('status');
    expect(commands()).toMatchObject([
      {
        type: 'change-group-meeting',
        group: 7,
        meeting: 2,
        starts: '2027-03-02T12:30:00.000Z',
        ends: '2027-03-02T14:00:00.000Z',
        time_zone: 'Africa/Nairobi',
      },
    ]);
    expect(contentsSent().map((text): unknown => JSON.parse(text))).toEqual([meeting().content]);
  });
  it('is that one, and is changed or called off where it says so itself', async () => {
    shows({
      meetings: [
        meeting({ number: 1, may: ['change-group-meeting', 'call-off-group-meeting'] }),
        meeting({ number: 2, content: null }),
      ],
    });
    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first ?? document.body).getAllByRole('button')).toHaveLength(2);
    expect(within(second ?? document.body).queryByRole('button')).toBeNull();
    expect(second?.textContent).toContain('erased');
    const form = await opens('Cancel the meeting');
    fireEvent.change(at(form, /Reason/), { target: { value: 'Nobody can.' } });
    await press('Cancel the meeting', form);
    expect(await command()).toMatchObject({ type: 'call-off-group-meeting', group: 7, meeting: 1 });
  });
});
