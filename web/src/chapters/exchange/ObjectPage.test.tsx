import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { showAt } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { keepEditSecret } from './editSecrets';
import { exchange } from './index';

const secret = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
const incident = 'incident--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';
const indicator = 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';

type Head = Schemas['ObjectHead'];

const head = (id: string, title: string, by: Head['by']): Head => ({
  id,
  type: id.slice(0, id.indexOf('--')),
  title,
  marking: 'amber',
  added: '2026-01-01T00:00:00Z',
  revoked: false,
  by,
});

/** The page of an indicator that an incident of the community's holds, as a Member finds it. */
function opensIndicator({ by = 'community' }: { by?: Head['by'] } = {}) {
  answersTo('GET /api/exchange/object', {
    ...head(indicator, 'evil.example', by),
    object: { name: 'evil.example' },
    history: [],
    versions: 1,
    mine: false,
    released: false,
    sightings: 0,
    comments: [],
    related: [{ how: 'related-to', object: head(incident, 'A false login page', 'community') }],
    in_common: [],
    may: ['comment', 'sight'],
  } satisfies Schemas['ObjectPage']);
  showAt(`/exchange/object/${indicator}`, exchange.routes);
  return screen.findByRole('heading', { level: 1, name: 'evil.example' });
}

beforeEach(() => {
  answersTo('GET /api/me', { person: 7 });
  answersTo('GET /api/exchange/indicators', { indicators: [] });
  answersTo('POST /api/exchange/changes', { id: indicator });
});

describe('what an incident holds that was shared as the community', () => {
  it('is corrected on its own page by whoever has the secret of the incident', async () => {
    expect(keepEditSecret(incident, 'A false login page', secret)).toBe(true);
    await opensIndicator();
    expect(screen.queryByRole('button', { name: 'We saw this too' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Correct' }));
    fireEvent.change(await screen.findByLabelText(/What happened, in a line/), { target: { value: 'worse.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
    await waitFor(() => {
      expect(asked).toContainEqual({
        what: 'POST /api/exchange/changes',
        body: { id: indicator, name: 'worse.example', edit_secret: secret },
      });
    });
  });
  it('is not corrected by anybody else', async () => {
    await opensIndicator();
    expect(screen.getByRole('button', { name: 'We saw this too' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
  });
});

it('offers nobody to correct what another organization shared, whatever it is related to', async () => {
  keepEditSecret(incident, 'A false login page', secret);
  await opensIndicator({ by: 4 });
  expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
});
