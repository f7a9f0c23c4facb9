import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { show } from '../testing/page';
import { useGrowing } from './useGrowing';

const seen: number[] = [];
function List({ total }: { total: number }) {
  const shown = useGrowing(total, 10);
  seen.push(shown);
  return <p data-testid="shown">{shown}</p>;
}

it('a long list begins with a part, and ends whole', async () => {
  show(<List total={35} />);
  await waitFor(() => expect(screen.getByTestId('shown').textContent).toBe('35'));
  expect([...new Set(seen)]).toEqual([10, 20, 30, 35]);
});
it('a short one is there at once', () => {
  show(<List total={3} />);
  expect(screen.getByTestId('shown').textContent).toBe('3');
});
