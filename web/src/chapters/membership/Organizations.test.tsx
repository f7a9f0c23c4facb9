import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { membership } from './index';

beforeEach(() => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('GET /api/organizations', { organizations: [], may: { propose_observer: false } });
  answersTo('GET /api/observers', { proposals: [] });
});
const selected = async (name: string) =>
  expect((await screen.findByRole('tab', { name, selected: true })).textContent).toBe(name);

it('what awaits somebody about an Observer leads to the proposed ones', async () => {
  const { to, hash } = membership.tasks['comment-observer'] ?? { to: () => '' };
  showAt(`${to({ title: null })}#${hash}`, membership.routes);
  await selected('Proposed Observers');
});
it('the directory comes first, and the address says which of both is shown', async () => {
  const { router } = showAt('/organizations', membership.routes);
  await selected('Directory');
  await userEvent.click(screen.getByRole('tab', { name: 'Proposed Observers' }));
  await selected('Proposed Observers');
  expect(router.state.location.hash).toBe('observers');
});
