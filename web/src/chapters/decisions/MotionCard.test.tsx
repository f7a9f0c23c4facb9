import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { actWords, awaitsPasskey, command } from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { MotionCard } from './MotionCard';

const today = () => new Date().toISOString();
const against = (at: string) => ({ choice: 1, at, time_zone: 'Europe/Vienna' });
const myVote = () => screen.getByTestId('my-vote').textContent;
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
    expect(screen.getByText(/can change your organization’s vote until/)).toBeTruthy();
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

describe('a vote is changed', () => {
  const open = aMotion({ state: 'open', my_vote: against(today()), may: ['change-vote'] });
  const wording = { texts: [{ salt: 'AAAA', text: JSON.stringify({ text: 'It is built.', title: 'A new pier' }) }] };

  it('by one click more, which leads to the other choices', async () => {
    show(<MotionCard motion={open} />);
    expect(myVote()).toContain('You can change it until the motion is closed.');
    expect(offered()).toEqual(['Change our vote']);
    const opens = screen.getByRole('button', { name: 'Change our vote' });
    expect(opens.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(opens);
    expect(opens.getAttribute('aria-expanded')).toBe('true');
    expect(offered()).toEqual(['Change our vote', 'For', 'Abstain']);
    await userEvent.click(opens);
    expect(offered()).toEqual(['Change our vote']);
  });
  it('by the keyboard alone', async () => {
    show(<MotionCard motion={open} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('For');
  });
  it('as what the person signs says', async () => {
    awaitsPasskey();
    show(<MotionCard motion={{ ...open, wording }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Change our vote' }));
    await userEvent.click(screen.getByRole('button', { name: 'Abstain' }));
    expect(await actWords()).toBe('I change my organization’s vote to Abstain on: A new pier');
    expect(await command()).toMatchObject({ type: 'change-vote', motion: 3, choice: 2 });
  });
  it('once: then the choices are put away', async () => {
    const changed = { ...open, my_vote: { ...against(today()), choice: 0 } };
    function UntilChanged() {
      const [motion, tell] = useState(open);
      return (
        <>
          <MotionCard motion={motion} />
          <button onClick={() => tell(changed)}>{'It was changed'}</button>
        </>
      );
    }
    show(<UntilChanged />);
    await userEvent.click(screen.getByRole('button', { name: 'Change our vote' }));
    await userEvent.click(screen.getByRole('button', { name: 'It was changed' }));
    expect(offered()).toEqual(['Change our vote', 'It was changed']);
    expect(myVote()).toContain('voted For');
  });
});

describe('a motion tells', () => {
  it('how one’s own organization voted, and when, on the meeting’s clock', () => {
    show(<MotionCard motion={aMotion({ state: 'open', my_vote: against(today()) })} />);
    expect(myVote()).toMatch(/^Your organization voted Against \(Vienna, \d+:\d\d [AP]M\)\.$/);
  });
  it('of a vote of another day also which it was', () => {
    show(<MotionCard motion={aMotion({ state: 'open', my_vote: against('2026-03-01T13:02:00.000Z') })} />);
    expect(myVote()).toBe('Your organization voted Against (Vienna, Mar 1, 2026, 2:02 PM).');
  });
  it('of what is decided how one’s own organization voted, and nothing to change', () => {
    show(<MotionCard motion={aMotion({ state: 'closed', outcome: 'rejected', my_vote: against(today()) })} />);
    expect(myVote()).toBe('Your organization voted Against.');
    expect(offered()).toEqual([]);
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
