import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { actWords, awaitsPasskey, command, opens } from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { earliestDeadline } from './earliest';
import { OpenSilenceForm } from './OpenSilenceForm';
import './words';

const zurich = 'Europe/Zurich';
const weekend = [6, 7];
const pier = { title: 'A new pier', text: 'It is built.' };
const original = { salt: toBase64url(utf8('0123456789abcdef')), text: JSON.stringify(pier) };
const proposed = (purpose: 'resolution' | 'release', more: object = {}) =>
  aMotion({ purpose, session: null, method: 'silence', content: pier, wording: { texts: [original] }, ...more });

describe('the earliest deadline of a silence procedure', () => {
  it('leaves as many working days as the charter says, and counts no weekend', () => {
    expect(earliestDeadline(new Date('2026-01-05T09:00:00Z'), zurich, 5, weekend)).toBe('2026-01-12T17:00');
    expect(earliestDeadline(new Date('2026-01-07T09:00:00Z'), zurich, 2, weekend)).toBe('2026-01-09T17:00');
  });
  it('counts from the day that it is there', () => {
    const late = new Date('2026-01-05T23:30:00Z');
    expect(earliestDeadline(late, 'UTC', 1, weekend)).toBe('2026-01-06T17:00');
    expect(earliestDeadline(late, 'Pacific/Auckland', 1, weekend)).toBe('2026-01-07T17:00');
  });
  it('counts on the calendar of the deadline where the clocks change before it', () => {
    // 23:30 of a Thursday, which is Friday's first half hour on summer's clocks.
    expect(earliestDeadline(new Date('2026-03-26T22:30:00Z'), zurich, 2, weekend)).toBe('2026-03-31T17:00');
  });
  it('is ahead also where the charter gives no working day', () => {
    expect(earliestDeadline(new Date('2026-01-05T20:00:00Z'), zurich, 0, weekend)).toBe('2026-01-06T17:00');
  });
});

describe('opening a silence procedure', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-05T09:00:00Z') });
    awaitsPasskey();
    answersTo('GET /api/community', { time_zone: zurich });
    answersTo('GET /api/charter', {
      periods: { silence_working_days: 5, release_working_days: 10, rest_days: weekend },
    });
  });
  afterEach(() => void vi.useRealTimers());
  const deadlineOf = (form: HTMLElement) => within(form).getByLabelText<HTMLInputElement>(/Deadline/);

  it('begins with the earliest deadline, and says why it is that', async () => {
    show(<OpenSilenceForm motion={proposed('resolution')} />);
    const form = await opens('Open the silence procedure');
    await waitFor(() => expect(deadlineOf(form).value).toBe('2026-01-12T17:00'));
    expect(form.textContent).toContain('The charter gives it 5 working days at least: Mon');
  });
  it('is there also for a text that the server shows otherwise, of which nobody signs anything', async () => {
    show(<OpenSilenceForm motion={proposed('resolution', { wording: { texts: [] } })} />);
    const form = await opens('Open the silence procedure');
    await waitFor(() => expect(deadlineOf(form).value).not.toBe(''));
    fireEvent.submit(deadlineOf(form));
    expect((await screen.findByTestId('problem')).textContent).toContain('The server shows this otherwise');
  });
  it('gives a release as long as the charter gives releases', async () => {
    show(<OpenSilenceForm motion={proposed('release')} />);
    const form = await opens('Open the silence procedure');
    await waitFor(() => expect(deadlineOf(form).value).toBe('2026-01-19T17:00'));
  });
  it('keeps what was chosen, and says it in words', async () => {
    show(<OpenSilenceForm motion={proposed('resolution')} />);
    const form = await opens('Open the silence procedure');
    await waitFor(() => expect(deadlineOf(form).value).not.toBe(''));
    fireEvent.change(deadlineOf(form), { target: { value: '2026-01-20T12:00' } });
    fireEvent.submit(deadlineOf(form));
    expect(await command()).toMatchObject({ type: 'open-motion', deadline: '2026-01-20T11:00:00.000Z' });
    const words = await actWords();
    expect(words).toContain('Tue');
    expect(words).not.toContain('2026-01-20');
    expect(screen.getByTestId('act-words')).toBeTruthy();
  });
});
