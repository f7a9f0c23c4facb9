import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Decisions } from './Decisions';

it('the register says what became of each motion, and which option won', async () => {
  const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z' } as const;
  answersTo('GET /api/motions', {
    may: [],
    motions: [
      aMotion({ id: 1, ...closed, decision: 1, outcome: 'adopted', winner: 0 }),
      aMotion({ id: 2, ...closed, decision: 2, outcome: 'adopted', winner: 1, options: ['North', 'South'] }),
      aMotion({ id: 3, ...closed, decision: 3, outcome: 'tied' }),
    ],
  });
  show(<Decisions />);
  expect(await screen.findByText('Adopted')).toBeTruthy();
  expect(screen.getByText('Adopted: South')).toBeTruthy();
  expect(screen.getByText('Tied: not adopted')).toBeTruthy();
  expect(document.body.textContent).not.toContain('{{');
});
