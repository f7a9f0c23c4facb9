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
  uploads: 16,
  uploads_of_organization: 3,
  uploads_of_person: 2,
};
const host = { connections: 60_000, connections_by_address: 256, bodies_by_address: 12, reserve_bytes: 268_000_000 };
const in_use = { uploads: 4, connections: 77, connections_of_one: 31, bodies: 5, bodies_of_one: 2 };
const nothing = { acts: 0, contents: 0, threats: 0, uploads: 0, tokens: 0, streams: 0 };

beforeEach(() => answersTo('GET /api/me', { person: 7 }));

it('says what everybody may, and who used how much of it, the most first', async () => {
  const uses = [
    { ...nothing, who: 'FAO', contents: 9, threats: 3, uploads: 33 },
    { ...nothing, who: 'Ada Anchor', acts: 70, tokens: 5, streams: 25 },
    { ...nothing, who: 'WHO', contents: 12 },
  ];
  answersTo('GET /api/quotas', { most, host, in_use, uses });
  show(<Quotas />);
  expect(await screen.findByText(/300 acts .* 1200/)).toBeTruthy();
  expect(screen.getByText(/20 MB/)).toBeTruthy();
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual(['WHO12 %', 'FAO9 %3 %33 %', 'Ada Anchor70 %5 %25 %']);
});

it('says so where nobody used anything', async () => {
  answersTo('GET /api/quotas', { most, host, in_use, uses: [] });
  show(<Quotas />);
  expect(await screen.findByText('Nobody used anything of late.')).toBeTruthy();
});

it('says what the whole host has, how much of it is in use, and how much of the disk is free where that is known', async () => {
  answersTo('GET /api/quotas', { most, host, in_use: { ...in_use, free_bytes: 52_000_000_000 }, uses: [] });
  const { unmount } = show(<Quotas />);
  expect(await screen.findByText(/16 files .* 3 of them of one organization and 2 of one person/)).toBeTruthy();
  expect(screen.getByText(/60000 connections, 256 of one address; now 77, of which one address has 31/)).toBeTruthy();
  expect(screen.getByText(/12 large bodies .* now 5, of which one address has 2/)).toBeTruthy();
  expect(screen.getByText(/on their way to this community now: 4/)).toBeTruthy();
  expect(screen.getByText('268 MB of the disk are kept for the record. 52 GB are free.')).toBeTruthy();
  unmount();
  answersTo('GET /api/quotas', { most, host, in_use, uses: [] });
  show(<Quotas />);
  expect(await screen.findByText('268 MB of the disk are kept for the record.')).toBeTruthy();
});
