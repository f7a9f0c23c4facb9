import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo, timesAsked } from '../../testing/server';
import { Desk } from './Desk';

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const meeting = (id: number, title: string, hours: number, live = false) => ({
  id,
  kind: 'ad-hoc',
  state: 'published',
  details: { title, place: 'Here', description: '' },
  starts: at(hours),
  ends: at(hours + 24),
  time_zone: 'UTC',
  live,
});
const desk = { tasks: [], notices: [], recovery_asked: null, meetings: [] };
const vote = { kind: 'vote', about: { title: 'A new pier', motion: 1 }, by: at(75) };
const opens = (more: object, roles: string[] = []) => {
  answersTo('GET /api/me', { person: 1, has_seat: true, roles });
  answersTo('GET /api/desk', { ...desk, ...more });
  show(<Desk />);
  return screen.findByRole('heading', { level: 1 });
};
/** Whether one stands above the other. */
const isAbove = (one: Element, other: Element) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

describe('the desk', () => {
  const meetings = [meeting(0, 'Symposium', 2000), meeting(1, 'Council', -1, true), meeting(2, 'Next week', 170)];
  it('shows what is live before anything else, with the way in', async () => {
    await opens({ tasks: [vote], meetings });
    const live = screen.getByTestId('live-now');
    expect(live.textContent).toContain('Council');
    expect(within(live).getByRole('link', { name: 'Join now' }).getAttribute('href')).toBe('/meetings/1');
    expect(isAbove(live, screen.getByTestId('task-vote'))).toBe(true);
  });
  it('shows what is coming in the order of time, and what is live not again', async () => {
    await opens({ meetings });
    const titles = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(titles).toHaveLength(2);
    expect(titles[0]).toContain('Next week');
    expect(titles[1]).toContain('Symposium');
  });
  it('says by when something is due, and how long that is', async () => {
    await opens({ tasks: [vote] });
    expect(within(screen.getByTestId('task-vote')).getByText('in 3 days')).toBeTruthy();
  });
  it('says that nothing awaits one only where nothing does', async () => {
    await opens({ meetings });
    expect(screen.queryByText('Nothing awaits you.')).toBeNull();
  });
});

describe('what awaits others', () => {
  const duty = (kind: string, owner: string, title: string) => ({
    kind,
    about: { title },
    clause: '4.4',
    owner,
    seat: null,
    since: at(-100),
    by: at(75),
    met_by: 'x',
    step: null,
    next: null,
  });
  const duties = [
    duty('clear', 'co-chairs', 'Ada'),
    duty('plan-symposium', 'secretary', ''),
    duty('decide-observer', 'committee', 'ADB'),
  ];
  it('is told to the Secretary, without what is their own', async () => {
    answersTo('GET /api/duties', { duties, of_all: true, at: at(0) });
    await opens({}, ['secretary']);
    const others = await screen.findByTestId('others');
    expect(others.textContent).toContain('Clear the invitation of Ada');
    expect(others.textContent).toContain('the co-Chairs');
    expect(others.textContent).toContain('in 3 days');
    expect(others.textContent).toContain('All 2 of them');
    expect(others.textContent).not.toContain('Plan the next symposium');
  });
  it('is not asked for by those whom it does not concern', async () => {
    await opens({});
    expect(timesAsked('GET /api/duties')).toBe(0);
  });
});
