import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { actWords, awaitsPasskey, command } from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { MotionCard } from './MotionCard';

const objected = (own: boolean) => [{ organization: 'BUOY', reason: 'The pier is too short.', own }];
const said = JSON.stringify({ text: 'It is built.', title: 'A new pier' });
const wording = { texts: [{ salt: 'AAAA', text: said }] };
const silence = { method: 'silence', state: 'open', objections: 1 } as const;

describe('an objection', () => {
  it('is read with its reason by whom it is for', async () => {
    show(<MotionCard motion={aMotion({ ...silence, objected: objected(false) })} />);
    const told = await screen.findByTestId('objections');
    expect(told.textContent).toContain('One organization objects.');
    expect(told.textContent).toContain('BUOY: The pier is too short.');
    expect(screen.queryByRole('button', { name: 'Withdraw the objection' })).toBeNull();
  });
  it('is a number to others', async () => {
    show(<MotionCard motion={aMotion({ ...silence, objected: [] })} />);
    expect((await screen.findByTestId('objections')).textContent).toBe('One organization objects.');
  });
  it('is known as one’s own, and withdrawn in words', async () => {
    awaitsPasskey();
    show(
      <MotionCard motion={aMotion({ ...silence, objected: objected(true), wording, may: ['withdraw-objection'] })} />,
    );
    expect((await screen.findByTestId('objections')).textContent).toContain('BUOY (you): The pier is too short.');
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw the objection' }));
    expect(await actWords()).toBe('I no longer object to: A new pier');
    expect(await command()).toMatchObject({ type: 'withdraw-objection', motion: 3 });
  });
  it('that nobody has is not spoken of', () => {
    show(<MotionCard motion={aMotion({ state: 'open' })} />);
    expect(screen.queryByTestId('objections')).toBeNull();
  });
});
