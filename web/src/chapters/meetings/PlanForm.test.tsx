import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { PlanForm } from './PlanForm';

const navigate = vi.fn();
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  useNavigate: () => navigate,
}));

it('a meeting that is planned begins on the next morning on which somebody works, for two hours', async () => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('GET /api/charter', { periods: { rest_days: [5, 6, 7] } });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-05T15:00:00Z') }); // a Thursday
  show(<PlanForm />);
  fireEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
  const form = await screen.findByRole('dialog', { name: 'Plan a meeting' });
  const holds = (label: RegExp) => within(form).getByLabelText<HTMLInputElement>(label).value;
  await waitFor(() => expect(holds(/^Starts/)).toBe('2026-03-09T09:00'));
  expect(holds(/^Ends/)).toBe('2026-03-09T11:00');
  vi.useRealTimers();
});
it('what was typed is there again when the page was loaded anew', async () => {
  localStorage.clear();
  answersTo('GET /api/me', { person: 1 });
  const first = show(<PlanForm />);
  fireEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
  await waitFor(() => expect(asked.some(({ what }) => what === 'GET /api/me')).toBe(true));
  await new Promise((known) => setTimeout(known, 50)); // who one is
  fireEvent.change(await screen.findByLabelText(/Title/), { target: { value: 'Council' } });
  first.unmount();
  show(<PlanForm />);
  fireEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
  expect(await screen.findByDisplayValue('Council')).toBeTruthy();
  expect(screen.getByTestId('draft')).toBeTruthy();
  localStorage.clear();
});
it('whoever planned a meeting is taken to it, also with the first act of a sign-in', async () => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', {
    seq: 3,
    acts: [
      { type: 'session-key-begun', person: 1 },
      { type: 'meeting-planned', meeting: 4 },
    ],
  });
  show(<PlanForm />);
  fireEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
  const form = await screen.findByRole('dialog', { name: 'Plan a meeting' });
  fireEvent.change(within(form).getByLabelText(/Title/), { target: { value: 'Council' } });
  fireEvent.change(within(form).getByLabelText(/Place/), { target: { value: 'Here' } });
  fireEvent.submit(within(form).getByLabelText(/Title/));
  await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: '/meetings/$id', params: { id: 4 } }));
});
