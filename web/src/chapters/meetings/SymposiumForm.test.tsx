import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { chooser, commands, contentsSent, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo, No } from '../../testing/server';
import { SymposiumForm } from './SymposiumForm';

const navigate = vi.fn();
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  useNavigate: () => navigate,
}));

beforeEach(() => {
  navigate.mockReset();
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 3, acts: [{ type: 'meeting-planned', meeting: 4 }] });
});
async function plans() {
  const form = await opens('Plan a symposium');
  fireEvent.change(within(form).getByLabelText(/^Title/), { target: { value: 'Tides' } });
  fireEvent.change(within(form).getByLabelText(/^Place/), { target: { value: 'Lighthouse' } });
  fireEvent.submit(within(form).getByLabelText(/^Title/));
}

describe('a symposium', () => {
  it('is planned with two open days and an executive one by two texts', async () => {
    show(<SymposiumForm earlier={[]} />);
    await plans();
    await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: '/meetings/$id', params: { id: 4 } }));
    const [meeting, ...sessions] = commands();
    expect(meeting).toMatchObject({ type: 'plan-meeting', kind: 'symposium' });
    expect(sessions.map(({ type, meeting: id, kind }) => [type, id, kind])).toEqual([
      ['add-session', 4, 'open'],
      ['add-session', 4, 'open'],
      ['add-session', 4, 'executive'],
    ]);
    expect(contentsSent()).toContain('Executive session');
    expect(meeting?.starts).toBe(sessions[0]?.starts);
    expect(meeting?.ends).toBe(sessions[2]?.ends);
  });
  it('is planned so that notice can still be given in time, by the charter', async () => {
    answersTo('GET /api/charter', { periods: { symposium_notice_days: 60, rest_days: [6, 7] } });
    show(<SymposiumForm earlier={[]} />);
    const form = await opens('Plan a symposium');
    await waitFor(() => expect(within(form).getByTestId('notice-due').textContent).toContain('60 days before'));
    const first = within(form).getByLabelText<HTMLInputElement>(/First day/).value;
    expect((Date.parse(first) - Date.now()) / 86_400_000).toBeGreaterThan(74);
    expect(form.textContent).toContain('it is due by');
  });
  it('without an open day is told of', async () => {
    show(<SymposiumForm earlier={[]} />);
    const form = await opens('Plan a symposium');
    expect(within(form).queryByText(/has no open day/)).toBeNull();
    fireEvent.change(within(form).getByLabelText(/Open days/), { target: { value: '0' } });
    expect(await within(form).findByText(/has no open day/)).toBeTruthy();
  });
  it('has no day where it was not planned', async () => {
    answersTo('POST /api/acts/prepare', new No(422, 'only-committee-plans', { number: '5.7', title: 'Management' }));
    show(<SymposiumForm earlier={[]} />);
    await plans();
    expect(await screen.findByTestId('problem')).toBeTruthy();
    expect(commands()).toEqual([]);
    expect(navigate).not.toHaveBeenCalled();
    expect(within(screen.getByRole('dialog', { name: 'Plan a symposium' })).getByDisplayValue('Tides')).toBeTruthy();
  });
  it('is laid out as an earlier one was', async () => {
    const last = {
      id: 2,
      kind: 'symposium',
      details: { title: 'Last year', place: 'Harbour', description: '' },
      starts: '2026-02-10T08:00:00.000Z',
      ends: '2026-02-10T12:00:00.000Z',
      time_zone: 'Europe/Zurich',
      capacity: 31,
      commitment_minutes: 600,
    };
    answersTo('GET /api/meetings/2', {
      ...last,
      sessions: [{ id: 1, kind: 'executive', title: 'Council', starts: last.starts, ends: last.ends }],
    });
    show(<SymposiumForm earlier={[last as never]} />);
    const form = await opens('Plan a symposium');
    await userEvent.click(chooser(form, /^Like an earlier one/));
    fireEvent.click(await screen.findByText('Last year'));
    expect(within(form).getByDisplayValue('Harbour')).toBeTruthy();
    fireEvent.change(within(form).getByLabelText(/^Title/), { target: { value: 'Tides' } });
    fireEvent.submit(within(form).getByLabelText(/^Title/));
    await waitFor(() => expect(commands()).toHaveLength(2));
    expect(commands()[0]).toMatchObject({ capacity: 31, commitment_minutes: 600, time_zone: 'Europe/Zurich' });
    expect(commands()[1]).toMatchObject({ type: 'add-session', kind: 'executive' });
    expect(contentsSent()).toContain('Council');
  });
});
