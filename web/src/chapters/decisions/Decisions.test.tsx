import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Decisions } from './Decisions';

it('older ones are shown when they are asked for, and what is under way all the while', async () => {
  const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z', outcome: 'adopted' } as const;
  answersTo('GET /api/motions', (_: unknown, query: URLSearchParams) =>
    query.get('before') === '7'
      ? { may: [], before: null, motions: [aMotion({ id: 1, ...closed, decision: 1, outcome: 'tied' })] }
      : {
          may: [],
          before: 7,
          motions: [aMotion({ id: 2, state: 'open' }), aMotion({ id: 8, ...closed, decision: 2 })],
        },
  );
  show(<Decisions />);
  await userEvent.click(await screen.findByRole('button', { name: 'Show older ones' }));
  expect(await screen.findByText('Tied: not adopted')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
});

it('the register says what became of each motion, and which option won', async () => {
  const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z' } as const;
  answersTo('GET /api/motions', {
    may: [],
    before: null,
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
