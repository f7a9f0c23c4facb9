import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { actWords, awaitsPasskey } from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { MotionCard } from './MotionCard';

const voting = { present: 9, majority: { numerator: 1, denominator: 2 }, abstentions_count: false };
const open = { state: 'open', votes_cast: 7 } as const;

describe('a vote that runs', () => {
  it('says how many of how many voted, and what is needed', async () => {
    show(<MotionCard motion={aMotion({ ...open, voting })} />);
    const told = await screen.findByTestId('running-vote');
    expect(told.textContent).toContain('7 of 9 Members who are here have voted.');
    expect(told.textContent).toContain('more than 1/2 of the votes cast; abstentions do not count');
    expect(screen.queryByTestId('missing')).toBeNull();
  });
  it('says where abstentions count', async () => {
    show(<MotionCard motion={aMotion({ ...open, voting: { ...voting, abstentions_count: true } })} />);
    expect((await screen.findByTestId('running-vote')).textContent).toContain('abstentions among them');
  });
  it('names who is missing to whoever may close it, and warns of closing without them', async () => {
    awaitsPasskey();
    const missing = ['TUGS', 'BUOY'];
    show(<MotionCard motion={aMotion({ ...open, voting: { ...voting, missing }, may: ['close-motion'] })} />);
    expect((await screen.findByTestId('missing')).textContent).toBe('Have not voted yet: BUOY, TUGS');
    await userEvent.click(screen.getByRole('button', { name: 'Close the motion' }));
    expect(await actWords()).toBe('I close the motion: A new pier. 2 Members who are here have not voted: BUOY, TUGS.');
  });
  it('is closed without a warning where all have voted', async () => {
    awaitsPasskey();
    show(<MotionCard motion={aMotion({ ...open, voting: { ...voting, missing: [] }, may: ['close-motion'] })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Close the motion' }));
    expect(await actWords()).toBe('I close the motion: A new pier');
  });
});
