import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { MotionCard } from './MotionCard';

const deadline = '2026-03-20T09:00:00.000Z';
const delivery = (more: Partial<Schemas['SilenceDelivery']> = {}): Schemas['SilenceDelivery'] => ({
  asked: 3,
  reached: 2,
  hours: 100,
  ends: deadline,
  waits: false,
  stands: false,
  unreached: [],
  told: [],
  on_the_hosts_word: 0,
  reported: [],
  ...more,
});
const silence = (more: Partial<Schemas['SilenceDelivery']>, motion: Partial<Schemas['Motion']> = {}) =>
  aMotion({ session: null, method: 'silence', state: 'open', deadline, delivery: delivery(more), ...motion });
const offered = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('a silence procedure tells', () => {
  it('how many have the text, and who has not', () => {
    const unreached = [{ organization: 2, key: 'TUGS', may: [] }];
    show(<MotionCard motion={silence({ waits: true, unreached, ends: '2026-04-19T09:00:00.000Z' })} />);
    expect(screen.getByTestId('delivery').textContent).toContain('2 of the 3 organizations');
    expect(screen.getByTestId('unreached').textContent).toBe('Without the text: TUGS');
    expect(screen.getByTestId('delivery').textContent).toContain('100 hours');
    expect(screen.queryByTestId('clock-stands')).toBeNull();
    expect(offered()).toEqual([]);
  });
  it('why its clock stands, and when it would end without a result', () => {
    show(<MotionCard motion={silence({ waits: true, stands: true, ends: '2026-04-19T09:00:00.000Z' })} />);
    const clock = within(screen.getByTestId('clock-stands'));
    expect(clock.getByText(/without a result/).textContent).toContain('2026');
  });
  it('until when it runs where the text came late', () => {
    show(<MotionCard motion={silence({ reached: 3, ends: '2026-03-22T09:00:00.000Z' })} />);
    expect(screen.getByTestId('clock-late').textContent).toContain('22');
  });
  it('nothing more than its deadline where all have it in time', () => {
    show(<MotionCard motion={silence({ reached: 3 })} />);
    expect(screen.queryByTestId('clock-late')).toBeNull();
    expect(screen.queryByTestId('unreached')).toBeNull();
  });
  it('who was told by another way', () => {
    const told = [{ key: 'TUGS', at: deadline, words: 'By telephone.' }];
    show(<MotionCard motion={silence({ reached: 3, told })} />);
    expect(screen.getByText('TUGS was told by another way: By telephone.')).toBeTruthy();
  });
  it('that it lapsed, and what can be done', () => {
    show(<MotionCard motion={silence({}, { state: 'proposed', outcome: 'lapsed' })} />);
    expect(screen.getByTestId('result').textContent).toContain('can open it anew');
  });
  it('how many had it by the host’s word alone, and to the committee who', () => {
    const reported = [{ key: 'QUAY', at: deadline, words: '250 ok' }];
    const motion = silence({ reached: 3, on_the_hosts_word: 1, reported }, { state: 'closed', outcome: 'adopted' });
    show(<MotionCard motion={motion} />);
    expect(screen.getByTestId('on-the-hosts-word').textContent).toContain('one organization');
    expect(screen.getByTestId('result').textContent).toContain('QUAY: 250 ok');
  });
});

describe('a silence procedure offers', () => {
  it('to say that it was seen, where that is awaited', () => {
    show(<MotionCard motion={silence({}, { may: ['see-motion'] })} />);
    expect(offered()).toEqual(['Seen, no objection']);
  });
  it('the Secretary to say of each seat how it was told', () => {
    const unreached = [
      { organization: 1, key: 'QUAY', may: ['attest-delivery' as const] },
      { organization: 2, key: 'TUGS', may: ['attest-delivery' as const] },
    ];
    show(<MotionCard motion={silence({ waits: true, unreached })} />);
    const seats = within(screen.getByRole('list', { name: 'Organizations to tell' })).getAllByRole('listitem');
    expect(seats.map((seat) => seat.textContent)).toEqual(['QUAYTold by another way', 'TUGSTold by another way']);
  });
});
