import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Indicators } from './Indicators';
import './words';

const id = 'incident--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';

it('gives an incident as an event of MISP, and tells then what that does not say', async () => {
  answersTo('GET /api/exchange/indicators', {
    indicators: [
      {
        id: 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
        title: '198.51.100.7',
        kind: 'ipv4-addr:value',
        value: '198.51.100.7',
        expiry: '',
        marking: 'amber',
        idle: '',
      },
    ],
  });
  answersTo('GET /api/exchange/file/left-out', {
    written: 2,
    left_out: [{ reason: 'property', what: 'x_ccop_helped', number: 1, names: [id] }],
  });
  show(<Indicators id={id} />);
  const misp = await screen.findByRole('link', { name: 'MISP' });
  expect(misp.getAttribute('href')).toContain(`format=misp&id=${id}`);
  expect(screen.queryByText('What the MISP file does not say')).toBeNull();
  fireEvent.click(misp);
  expect(await screen.findByText('What the MISP file does not say')).toBeTruthy();
  expect(screen.getByText(/x_ccop_helped, 1 times: there is no place for this/)).toBeTruthy();
});

it('copies what one detects by, and says how much it leaves', async () => {
  const line = {
    id,
    title: 'a',
    kind: 'ipv4-addr:value',
    value: '198.51.100.7',
    expiry: '',
    marking: 'amber',
    idle: '',
  };
  answersTo('GET /api/exchange/indicators', {
    indicators: [
      line,
      { ...line, value: '203.0.113.9', expiry: '2026-01-01T00:00:00Z', idle: 'expired' },
      { ...line, value: '192.0.2.1', idle: 'revoked' },
      { ...line, kind: '', value: "[file:name = 'a' AND file:size = 1]" },
    ],
  });
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  show(<Indicators id={id} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Copy all' }));
  expect(copied).toHaveBeenCalledWith('198.51.100.7');
  expect(screen.getByText(/^3 are not copied/)).toBeTruthy();
  expect(screen.getByText('Expired')).toBeTruthy();
});
