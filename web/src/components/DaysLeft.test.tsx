import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { show } from '../testing/page';
import { DaysLeft, relative } from './DaysLeft';

const hour = 3_600_000;

describe('how long it is until a time', () => {
  it.each([
    [75 * hour, 'in 3 days'],
    [25 * hour, 'tomorrow'],
    [23.9 * hour, 'in 23 hours'],
    [59 * 60_000, 'in 59 minutes'],
    [-50 * hour, '2 days ago'],
  ])('%d ms is said as a person says it', (left, words) => expect(relative(left, 'en')).toBe(words));
  it('is said in the reader’s language', () => expect(relative(75 * hour, 'fr')).toBe('dans 3 jours'));
  it('stands beside what is due', () => {
    show(<DaysLeft until={new Date(Date.now() + 75 * hour).toISOString()} />);
    expect(screen.getByText('in 3 days')).toBeTruthy();
  });
});
