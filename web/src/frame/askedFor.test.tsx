import { createRoute } from '@tanstack/react-router';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { TextField } from '../components/fields';
import { FormModal } from '../components/FormModal';
import { useAskedFor } from '../components/useAskedFor';
import { showAt } from '../testing/page';
import { shell } from './parents';

describe('a form that an address opens', () => {
  function Asked() {
    return (
      <FormModal {...useAskedFor('move')} label="Move" onSubmit={() => Promise.resolve(true)}>
        <TextField label="Place" value="" onChange={() => undefined} />
      </FormModal>
    );
  }
  const here = createRoute({ getParentRoute: () => shell, path: '/here', component: Asked });
  const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  it('is open for whoever comes by its link, and closed for whoever comes otherwise', async () => {
    showAt('/here#move', [here]);
    expect(await screen.findByRole('dialog', { name: 'Move' })).toBeTruthy();
    cleanup();
    showAt('/here', [here]);
    await screen.findByRole('button', { name: 'Move' });
    await isClosed();
  });
  it('opens also for whoever follows the link on its page, as often as they do', async () => {
    const { router } = showAt('/here', [here]);
    await screen.findByRole('button', { name: 'Move' });
    for (const closes of ['Cancel', 'Move']) {
      await act(() => router.navigate({ to: '.', hash: 'move' }));
      const form = await screen.findByRole('dialog', { name: 'Move' });
      await userEvent.click(within(form).getByRole('button', { name: closes }));
      await isClosed();
      await waitFor(() => expect(router.state.location.href).toBe('/here'));
    }
  });
});
