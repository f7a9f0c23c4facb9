import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Downloads } from './Downloads';
import './words';

it('gives all that one reads as a file, and tells then what the file does not say', async () => {
  answersTo('GET /api/exchange/file/left-out', {
    written: 7,
    left_out: [{ reason: 'expired', what: 'indicator', number: 2, names: ['198.51.100.7'] }],
  });
  show(<Downloads />);
  fireEvent.click(await screen.findByRole('button', { name: 'Download' }));
  const csv = await screen.findByRole('link', { name: 'CSV, a value a line' });
  expect(csv.getAttribute('href')).toContain('format=csv&marking=red');
  expect(screen.queryByText('What the CSV file does not say')).toBeNull();
  fireEvent.click(csv);
  expect(await screen.findByText('What the CSV file does not say')).toBeTruthy();
  expect(screen.getByText(/indicator, 2 times: expired/)).toBeTruthy();
});

it('shows every name of what a file leaves out to whoever asks for them, page by page', async () => {
  const kind = { reason: 'expired', what: 'indicator', number: 3 };
  answersTo('GET /api/exchange/file/left-out', (_: unknown, query: URLSearchParams) => {
    const behind = query.get('behind');
    const names = behind === null ? ['first'] : ['first', 'second', 'third'].slice(Number(behind), Number(behind) + 2);
    return { written: 7, left_out: [{ ...kind, names }] };
  });
  show(<Downloads />);
  fireEvent.click(await screen.findByRole('button', { name: 'Download' }));
  fireEvent.click(await screen.findByRole('link', { name: 'CSV, a value a line' }));
  expect(await screen.findByText('first …')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(await screen.findByText('first, second, third')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
});
