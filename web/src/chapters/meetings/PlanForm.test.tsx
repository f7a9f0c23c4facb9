import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { PlanForm } from './PlanForm';

const navigate = vi.fn();
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  useNavigate: () => navigate,
}));

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
