import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Duties } from './Duties';
import { inGroups, inTime } from './dutyGroups';

const at = '2027-03-01T09:00:00.000Z';
const duty = (more: Partial<Schemas['Duty']>): Schemas['Duty'] => ({
  kind: 'clear',
  about: { title: 'Ada' },
  clause: '4.4',
  owner: 'co-chairs',
  seat: null,
  since: '2027-02-01T09:00:00.000Z',
  by: '2027-03-10T09:00:00.000Z',
  met_by: 'clear-invitation',
  step: null,
  next: null,
  ...more,
});
const shows = async (...duties: Schemas['Duty'][]) => {
  answersTo('GET /api/duties', { duties, of_all: true, at });
  show(<Duties />);
  return screen.findByRole('heading', { level: 1 });
};

describe('a duty', () => {
  it('says who owes it, by which clause, and who hears of it next', async () => {
    const next = {
      at: '2027-03-11T09:00:00.000Z',
      to: 'secretary' as const,
      people: [{ id: 0, name: 'Sam', title: null, is_guest: false, enrolled: true, organization: null }],
    };
    await shows(duty({ next }));
    const card = screen.getByTestId('duty-clear');
    expect(card.textContent).toContain('Clear the invitation of Ada');
    expect(card.textContent).toContain('Clause 4.4');
    expect(card.textContent).toContain('Owes it: the co-Chairs');
    expect(card.textContent).toContain('to the Secretary (Sam)');
    expect(card.textContent).toContain('Last step: none');
  });
  it('says how long there is to do it, where there is a time', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000).toISOString();
    await shows(duty({ by: inDays(5) }), duty({ kind: 'vacant-seat', by: null }));
    expect(within(screen.getByTestId('duty-clear')).getByText('in 5 days')).toBeTruthy();
    expect(screen.getByTestId('duty-vacant-seat').textContent).not.toContain('days');
  });
  it('leads to where it is done, if that is a page that this one knows', async () => {
    await shows(duty({ kind: 'hold-kickoff', about: { title: 'Lamps', group: 7 } }), duty({ kind: 'newer' }));
    expect(within(screen.getByTestId('duty-hold-kickoff')).getByRole('link').getAttribute('href')).toBe('/groups/7');
    expect(within(screen.getByTestId('duty-newer')).queryByRole('link')).toBeNull();
  });
  it('stands where its time puts it', async () => {
    await shows(
      duty({ kind: 'silence', by: '2027-02-28T09:00:00.000Z' }),
      duty({}),
      duty({ kind: 'plan-symposium', by: '2027-12-01T09:00:00.000Z' }),
      duty({ kind: 'vacant-seat', by: null }),
    );
    expect(within(screen.getByTestId('duties-overdue')).getByTestId('duty-silence')).toBeTruthy();
    expect(within(screen.getByTestId('duties-soon')).getByTestId('duty-clear')).toBeTruthy();
    expect(within(screen.getByTestId('duties-later')).getByTestId('duty-plan-symposium')).toBeTruthy();
    expect(within(screen.getByTestId('duties-undated')).getByTestId('duty-vacant-seat')).toBeTruthy();
  });
});

const toAda = {
  at: '2027-03-02T09:00:00.000Z',
  to: 'owner' as const,
  people: [{ id: 3, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'FAO' }],
};

it('the same of many seats is one, with its seats', async () => {
  const keys = ['FAO', 'ILO', 'ITU', 'WHO'].map((seat) =>
    duty({ kind: 'register-voting-key', owner: 'seat', seat, about: { title: 'Symposium', election: 2 }, next: toAda }),
  );
  await shows(...keys);
  const card = screen.getByTestId('duty-register-voting-key');
  expect(card.textContent).toContain('4 seats');
  expect(card.textContent).toContain('FAO, ILO, ITU, WHO');
  expect(card.textContent).not.toContain('(Ada)');
});
it('two of one kind that are about different people stay two', () => {
  const one = duty({ owner: 'seat', seat: 'FAO', about: { title: 'Ada', person: 3 } });
  expect(inGroups([one, { ...one, about: { title: 'Ben', person: 4 } }])).toHaveLength(2);
});
it('two silence procedures with one deadline stay two', () => {
  const one = duty({ kind: 'silence', owner: 'seat', seat: 'FAO', about: { title: 'Lamps', motion: 0 } });
  expect(inGroups([one, { ...one, about: { title: 'Piers', motion: 1 } }])).toHaveLength(2);
});
it('two kickoffs that are due at mid-year stay two', () => {
  const one = duty({ kind: 'hold-kickoff', owner: 'seat', seat: 'FAO', about: { title: 'Lamps', group: 0 } });
  expect(inGroups([one, { ...one, seat: 'WHO', about: { title: 'Oil', group: 1 } }])).toHaveLength(2);
});
it('is overdue from its very time on, and soon for thirty days before', () => {
  const now = Date.parse(at);
  expect(inTime({ by: at }, now + 1)).toBe('overdue');
  expect(inTime({ by: at }, now)).toBe('soon');
  expect(inTime({ by: at }, now - 30 * 24 * 3600 * 1000)).toBe('later');
});
it('says so where nothing is owed', async () => {
  await shows();
  expect(screen.getByText('Nothing is owed.')).toBeTruthy();
});
