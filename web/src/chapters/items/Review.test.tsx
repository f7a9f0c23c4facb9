import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aMove, anItem, aPlan, someItems } from '../../testing/workPlan';
import { items } from './index';

const heads = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

beforeEach(() => answersTo('GET /api/groups', aPlan()));

describe('the review', () => {
  const day_ms = 24 * 3600 * 1000;
  const ago = (days: number) => new Date(Date.now() - days * day_ms).toISOString();
  const added = (id: number, days: number): Schemas['Item'] =>
    anItem({ id, added_at: ago(days), moves: [aMove({ at: ago(days) })] });
  const reviewed = async (address: string, heading: string | RegExp) => {
    answersTo('GET /api/items', someItems({ items: [added(1, 3), added(2, 20)], reviewed_at: ago(60) }));
    const shown = showAt(address, items.routes);
    await screen.findByRole('heading', { level: 1, name: heading });
    return shown;
  };
  it('looks since the last session, or since some days ago', async () => {
    const { router } = await reviewed('/items/review', 'Since the last session');
    expect(heads()).toContain('Moved: 2');
    await userEvent.click(screen.getByRole('link', { name: 'The last 7 days' }));
    await screen.findByRole('heading', { level: 1, name: /^Since \w+ \d+, \d{4}$/ });
    expect(heads()).toContain('Moved: 1');
    const presets = within(screen.getByRole('group', { name: 'Since when' }));
    expect(presets.getByRole('link', { current: 'page' }).textContent).toBe('The last 7 days');
    expect(router.state.location.search).toEqual({ since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    await userEvent.click(screen.getByRole('link', { name: 'Since the last session' }));
    await waitFor(() => expect(heads()).toContain('Moved: 2'));
  });
  it('takes a day of the address, and another that is chosen', async () => {
    const { router } = await reviewed('/items/review?since=2026-01-01', 'Since Jan 1, 2026');
    const field = screen.getByLabelText('Since a day') as HTMLInputElement;
    expect(field.value).toBe('2026-01-01');
    await userEvent.clear(field);
    await userEvent.type(field, '2026-02-01');
    await screen.findByRole('heading', { level: 1, name: 'Since Feb 1, 2026' });
    expect(router.state.location.search).toEqual({ since: '2026-02-01' });
  });
  it.each([
    ['2999-01-01', 'Jan 1, 2999 is still to come. Choose today or a day before.'],
    ['soon', '“soon” is not a day. Write it as 2027-06-30, or choose one.'],
  ])('says of %s what is wrong, and shows nothing', async (said, sentence) => {
    await reviewed(`/items/review?since=${said}`, 'Since when');
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  });
});
