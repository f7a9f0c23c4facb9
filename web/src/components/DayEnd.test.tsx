import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { show } from '../testing/page';
import { DayEnd, DayEndField, dayOf, endOf } from './DayEnd';

// Wherever the tests run, their reader is in New York.
vi.mock('./time', async (actual) => ({ ...(await actual<object>()), viewerZone: () => 'America/New_York' }));

describe('the end of a day', () => {
  const said = (time: string, zone: string, short = false) => {
    const { container, unmount } = show(<DayEnd time={time} zone={zone} short={short} />);
    const text = container.querySelector('time')?.textContent;
    unmount();
    return text;
  };
  it('is said in words, with its place and zone, and with the reader’s own time where that is another', () => {
    expect(said('2027-06-30T22:00:00.000Z', 'Europe/Zurich')).toMatch(
      /^Jun 30, 2027, 24:00, Geneva \(Europe\/Zurich\); Jun 30, 2027, 6:00\sPM for you$/,
    );
  });
  it('is said once, where the reader’s clocks are the same', () =>
    expect(said('2027-07-01T04:00:00.000Z', 'America/New_York')).toBe(
      'Jun 30, 2027, 24:00, New York (America/New_York)',
    ));
  it('is the day alone in a table', () =>
    expect(said('2027-06-30T22:00:00.000Z', 'Europe/Zurich', true)).toBe('Jun 30, 2027'));
  it('is not said of another time, which a program may have set', () =>
    expect(said('2027-06-30T10:00:00.000Z', 'Europe/Zurich')).not.toContain('24:00'));
});

describe('a field for a day', () => {
  it('says which instant its end is, and where the clocks change around it', () => {
    const { unmount } = show(
      <DayEndField label="Until" zone="Africa/Cairo" value="2027-04-29" onChange={() => undefined} />,
    );
    expect(screen.getByText(/Apr 29, 2027, 24:00, Cairo/).parentElement?.textContent).toContain(
      'The clocks go forward',
    );
    unmount();
    show(<DayEndField label="Until" zone="Africa/Cairo" value="2027-05-29" onChange={() => undefined} />);
    expect(screen.getByText(/May 29, 2027, 24:00/).parentElement?.textContent).not.toContain('The clocks');
  });
  it('says nothing while it is empty', () => {
    show(<DayEndField label="Until" zone="Europe/Zurich" value="" onChange={() => undefined} />);
    expect(document.body.textContent).not.toContain('24:00');
  });
  it('stands for one instant, and comes back as it was', () => {
    expect(endOf('2027-03-28', 'Europe/Zurich')).toBe('2027-03-28T22:00:00.000Z');
    expect(dayOf(endOf('2027-03-28', 'Europe/Zurich'), 'Europe/Zurich')).toBe('2027-03-28');
    expect(dayOf(null, 'Europe/Zurich')).toBe('');
  });
});
