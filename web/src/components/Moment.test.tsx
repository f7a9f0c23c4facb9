import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { show } from '../testing/page';
import { instantOf, type Moment, MomentIn, momentOf } from './Moment';

const zone = 'Europe/Rome';
function Field() {
  const [moment, setMoment] = useState<Moment>({ local: '2026-06-01T09:00' });
  return (
    <>
      <MomentIn label="Starts" zone={zone} value={moment} onChange={setMoment} />
      <output>{instantOf(moment, zone)?.toISOString() ?? 'nothing'}</output>
    </>
  );
}
const set = (local: string) => fireEvent.change(screen.getByLabelText('Starts'), { target: { value: local } });
const meant = () => screen.getByRole('status').textContent;
const input = () => screen.getByLabelText<HTMLInputElement>('Starts');

describe('a time on a clock somewhere', () => {
  it('stands for its instant, and nothing is asked', () => {
    show(<Field />);
    expect(meant()).toBe('2026-06-01T07:00:00.000Z');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(input().validationMessage).toBe('');
  });
  it('is refused where the clocks skip it, and the form is not sent', () => {
    show(<Field />);
    set('2026-03-29T02:30');
    expect(meant()).toBe('nothing');
    expect(screen.getByText(/it does not exist there/)).toBeDefined();
    expect(input().validationMessage).toMatch(/go forward/);
    set('2026-03-29T03:30');
    expect(input().validationMessage).toBe('');
  });
  it('is asked about where it comes twice', async () => {
    show(<Field />);
    set('2026-10-25T02:30');
    expect(meant()).toBe('2026-10-25T00:30:00.000Z');
    await userEvent.click(screen.getByRole('radio', { name: /The second/ }));
    expect(meant()).toBe('2026-10-25T01:30:00.000Z');
    set('2026-10-26T02:30');
    expect(meant()).toBe('2026-10-26T01:30:00.000Z');
  });
  it('is shown again as it was meant', () => {
    for (const time of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-06-01T07:00:00.000Z'])
      expect(instantOf(momentOf(new Date(time), zone), zone)?.toISOString()).toBe(time);
  });
});
