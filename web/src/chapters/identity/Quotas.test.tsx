import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Quotas } from './Quotas';

const most = {
  acts_an_hour: 300,
  committee_acts_an_hour: 1200,
  content_bytes_a_day: 20_000_000,
  threat_bytes_a_day: 4_000_000_000,
  threat_objects_a_day: 2_000_000,
  tokens: 20,
  streams: 8,
};

beforeEach(() => answersTo('GET /api/me', { person: 7 }));

it('says what everybody may, and who used how much of it, the most first', async () => {
  const uses = [
    { who: 'FAO', acts: 0, contents: 9, threats: 3 },
    { who: 'Ada Anchor', acts: 70, contents: 0, threats: 0 },
    { who: 'WHO', acts: 0, contents: 12, threats: 0 },
  ];
  answersTo('GET /api/quotas', { most, uses });
  show(<Quotas />);
  expect(await screen.findByText(/300 acts .* 1200/)).toBeTruthy();
  expect(screen.getByText(/20 MB/)).toBeTruthy();
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual(['WHO12 %', 'FAO9 %3 %', 'Ada Anchor70 %']);
});

it('says so where nobody used anything', async () => {
  answersTo('GET /api/quotas', { most, uses: [] });
  show(<Quotas />);
  expect(await screen.findByText('Nobody used anything of late.')).toBeTruthy();
});
