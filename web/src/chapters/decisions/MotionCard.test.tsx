import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { aMotion } from '../../testing/motion';
import { MotionCard } from './MotionCard';

const offered = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('a motion offers what the reader may do, and nothing else', () => {
  it('nothing to whoever may do nothing', () => {
    show(<MotionCard motion={aMotion({ state: 'open' })} />);
    expect(offered()).toEqual([]);
    expect(screen.queryByRole('group', { name: 'My vote' })).toBeNull();
  });
  it('the two votes and abstention to whoever may vote', () => {
    show(<MotionCard motion={aMotion({ state: 'open', may: ['cast-vote'] })} />);
    const votes = within(screen.getByRole('group', { name: 'My vote' })).getAllByRole('button');
    expect(votes.map((vote) => vote.textContent)).toEqual(['For', 'Against', 'Abstain']);
    expect(screen.getByText(/your vote stands/)).toBeTruthy();
  });
  it('its own options in place of for and against', () => {
    show(<MotionCard motion={aMotion({ state: 'open', options: ['North', null], may: ['cast-vote'] })} />);
    expect(offered()).toEqual(['North', '(erased)', 'Abstain']);
  });
  it('opening at once in a session, and with a deadline outside', () => {
    const { unmount } = show(<MotionCard motion={aMotion({ may: ['open-motion'] })} />);
    expect(offered()).toEqual(['Open the motion']);
    unmount();
    show(<MotionCard motion={aMotion({ session: null, method: 'silence', may: ['open-motion'] })} />);
    expect(offered()).toEqual(['Open the silence procedure']);
  });
  it.each([
    ['call-secret-ballot', 'Hold a secret ballot'],
    ['object-to-motion', 'Object'],
    ['request-recorded-vote', 'Ask for a recorded vote'],
    ['put-motion-to-vote', 'Put to the vote'],
    ['close-motion', 'Close the motion'],
    ['withdraw-motion', 'Withdraw'],
  ] as const)('%s: %s', (name, label) => {
    show(<MotionCard motion={aMotion({ may: [name] })} />);
    expect(offered()).toEqual([label]);
  });
});

describe('a motion tells', () => {
  it('how one’s own organization voted', () => {
    show(<MotionCard motion={aMotion({ state: 'open', my_vote: 1 })} />);
    expect(screen.getByTestId('my-vote').textContent).toContain('Against');
  });
  it('which option won, with the totals and who voted how', () => {
    show(
      <MotionCard
        motion={aMotion({
          state: 'closed',
          options: ['North', 'South'],
          outcome: 'adopted',
          winner: 1,
          counts: [1, 2, 0],
          votes: [
            { organization: 'TUGS', choice: 1 },
            { organization: 'BUOY', choice: 1 },
            { organization: 'QUAY', choice: 0 },
          ],
          decision: 7,
        })}
      />,
    );
    const result = screen.getByTestId('result');
    expect(result.textContent).toContain('Adopted: South');
    expect(result.textContent).toContain('Decision 7');
    expect(result.textContent).toContain('South: BUOY, TUGS');
    expect(result.textContent).not.toContain('Abstain:');
  });
});
