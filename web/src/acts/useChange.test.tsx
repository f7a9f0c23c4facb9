import { Button } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { show } from '../testing/page';
import { useChange } from './useChange';

function Switch({ how, quietly }: { how: () => Promise<unknown>; quietly?: boolean }) {
  const { change, problem } = useChange({ queryKey: ['switch'] }, quietly);
  return <Button onClick={() => void change(how)}>{problem ? 'Failed' : 'Change'}</Button>;
}
const press = async () => userEvent.click(screen.getByRole('button', { name: 'Change' }));

it('what is changed beside the record is said to be done, and no entry of it', async () => {
  show(<Switch how={() => Promise.resolve()} />);
  await press();
  expect((await screen.findByRole('status')).textContent).toBe(' Done. It lies beside the record.');
});
it('what changes before everybody again and again is not', async () => {
  const how = vi.fn(() => Promise.resolve());
  show(<Switch quietly how={how} />);
  await press();
  await waitFor(() => expect(how).toHaveBeenCalled());
  expect(screen.queryByRole('status')).toBeNull();
});
it('what failed is not said to be done', async () => {
  vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  show(<Switch how={() => Promise.reject(new TypeError('oh'))} />);
  await press();
  await screen.findByRole('button', { name: 'Failed' });
  expect(screen.queryByRole('status')).toBeNull();
});
