import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { show } from '../testing/page';
import { DataTable } from './DataTable';

const table = (rows: string[]) =>
  show(
    <DataTable
      label="Piers"
      rows={rows}
      rowKey={(row) => row}
      empty="None."
      columns={[{ key: 'name', title: 'Name', text: (row) => row, cell: (row) => row }]}
    />,
  );
const filter = () => screen.queryByRole('textbox', { name: 'Filter Piers' });

it('a list of several can be filtered', () => {
  table(['North', 'South']);
  expect(filter()).toBeTruthy();
});
it('a list of one, and an empty one, has nothing to filter', () => {
  table(['North']);
  expect(filter()).toBeNull();
  expect(screen.getByRole('cell', { name: 'North' })).toBeTruthy();
  table([]);
  expect(filter()).toBeNull();
  expect(screen.getByText('None.')).toBeTruthy();
});
