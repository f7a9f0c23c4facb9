import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { dateIn } from '../components/formatters';
import { show } from '../testing/page';
import { answersTo } from '../testing/server';
import { NotFound } from './NotFound';

it('an address that leads nowhere says so, leads on, and has a title of its own', async () => {
  answersTo('GET /api/community', { name: 'The Harbour', short_name: 'CCOP', fell_behind: false });
  show(<NotFound />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no such page');
  expect(screen.getByRole('link', { name: 'To my desk' })).toBeTruthy();
  await waitFor(() => expect(document.title).toBe('There is no such page · CCOP'));
});
it.each([
  ['de-DE', '26.11.2026, 20:41'],
  ['fr-FR', '26 nov. 2026, 20:41'],
  ['en-US', '8:41'],
])('a date is written as a browser in %s writes it', (language, written) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  expect(dateIn(new Date('2026-11-26T20:41:00Z'), 'en', 'UTC', true)).toContain(written);
  vi.restoreAllMocks();
});
