import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { show } from '../testing/page';
import { Safely } from './Safely';

function Odd(): never {
  throw new Error('objects are not valid as a child');
}

it('shows the others where one of them fails', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(
    <>
      <Safely>
        <Odd />
      </Safely>
      <Safely>{{ a: 1 } as unknown as string}</Safely>
      <Safely>the others</Safely>
    </>,
  );
  expect(screen.getByText('the others')).toBeTruthy();
  expect(screen.getAllByTestId('problem')).toHaveLength(2);
  expect(logged).toHaveBeenCalled();
});
