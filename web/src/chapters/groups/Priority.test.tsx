import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { CommandName } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { awaitsPasskey, chooser, command, opens } from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aGroup, aPlan, aPriority } from '../../testing/workPlan';
import { groups } from './index';

const hash = expect.stringMatching(/^[\w-]{43}$/) as string;
const seen = { texts: [hash], clear: [] };

async function shows(more: Partial<Schemas['PriorityPage']> = {}, open_to_me: number[] = []) {
  answersTo('GET /api/priorities/4', aPriority(more));
  answersTo('GET /api/priorities', { directions: [], priorities: [], may: [] });
  answersTo('GET /api/groups', aPlan({ groups: [aGroup(), aGroup({ id: 8, priority: 5 })], open_to_me }));
  showAt('/priorities/4', groups.routes);
  return screen.findByRole('heading', { level: 1 });
}

beforeEach(() => {
  awaitsPasskey();
  const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z' } as const;
  const motions = [
    aMotion({ id: 3, meeting: 6 }),
    aMotion({ id: 1, ...closed, outcome: 'adopted', decision: 5 }),
    aMotion({ id: 2, ...closed, outcome: 'rejected', decision: 6 }),
  ];
  answersTo('GET /api/motions', { motions, before: null, total: 3, may: [] });
  answersTo('GET /api/meetings', { meetings: [{ id: 6, state: 'published', ends: '2099-01-01T00:00:00.000Z' }] });
  answersTo('GET /api/meetings/6', {
    details: { title: 'Symposium' },
    sessions: [
      { id: 11, kind: 'executive', title: 'Council', closed_at: null },
      { id: 12, kind: 'open', title: 'Talks', closed_at: null },
    ],
  });
});

describe('a priority offers what the reader may do, and nothing else', () => {
  const offered = () => screen.queryAllByRole('button').map((button) => button.textContent);
  it('nothing to whoever may do nothing', async () => {
    await shows();
    expect(offered()).toEqual([]);
  });
  it.each<[CommandName, string]>([
    ['revise-priority', 'Change the proposal'],
    ['withdraw-priority', 'Withdraw'],
    ['review-priority', 'Put to review'],
    ['extend-priority', 'Extend'],
    ['end-priority', 'End before its time'],
  ])('%s: %s', async (name, label) => {
    await shows({ may: [name] });
    expect(offered()).toEqual([label]);
  });
  it('a group to whoever may propose one for it', async () => {
    await shows({}, [4]);
    expect(await screen.findByRole('button', { name: 'Propose a group' })).toBeTruthy();
  });
  it('no group where another priority alone is open to one', async () => {
    await shows({}, [5]);
    expect(offered()).toEqual([]);
  });
});

it('is put to review by an executive session that is still ahead', async () => {
  await shows({ state: 'proposed', since: null, may: ['review-priority'] });
  const form = await opens('Put to review');
  await userEvent.click(chooser(form, /Executive session/));
  expect(await screen.findByRole('option', { name: 'Symposium · Council' })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /Talks/ })).toBeNull();
  await userEvent.click(screen.getByRole('option', { name: 'Symposium · Council' }));
  await userEvent.click(within(form).getByLabelText(/Recorded vote/));
  await userEvent.click(within(form).getByRole('button', { name: 'Put to review' }));
  expect(await command()).toEqual({
    type: 'review-priority',
    priority: 4,
    session: 11,
    method: 'vote',
    recorded: true,
    seen,
  });
});

it('ends by a decision that was adopted', async () => {
  await shows({ may: ['end-priority'] });
  const form = await opens('End before its time');
  await userEvent.click(chooser(form, /By the decision/));
  await userEvent.click(await screen.findByRole('option', { name: 'Decision 5: A new pier' }));
  expect(screen.queryByRole('option', { name: /Decision 6/ })).toBeNull();
  await userEvent.click(within(form).getByRole('button', { name: 'End before its time' }));
  // Number 5 of the register, which counts from 1.
  expect(await command()).toEqual({ type: 'end-priority', priority: 4, decision: 4, seen });
});

it('is followed by a group with its terms, whose days end in the charter’s zone', async () => {
  await shows({}, [4]);
  const form = await opens('Propose a group');
  const fill = (label: RegExp, text: string) => userEvent.type(within(form).getByLabelText(label), text);
  await fill(/Title/, 'Lamp lighters');
  await fill(/Purpose/, 'They light lamps.');
  await fill(/Outputs/, 'A plan{enter}{enter} Lamps ');
  await fill(/Kickoff until/, '2027-03-27');
  await fill(/Summary and plan until/, '2027-03-28');
  await fill(/Ends by itself on/, '2027-10-31');
  await userEvent.click(within(form).getByRole('button', { name: 'Propose a group' }));
  expect(await command()).toEqual({
    type: 'propose-group',
    priority: 4,
    terms: hash,
    frame: {
      marking: 'amber',
      lead_hours: 8,
      member_hours: 4,
      kickoff_by: '2027-03-27T23:00:00.000Z',
      plan_by: '2027-03-28T22:00:00.000Z',
      ends: '2027-10-31T23:00:00.000Z',
    },
  });
});

describe('a priority tells', () => {
  it('its own groups, and where its motion is', async () => {
    await shows({ motion: 3, state: 'under-review' });
    expect(await screen.findByRole('row', { name: /Lamp lighters/ })).toBeTruthy();
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect((await screen.findByRole('link', { name: 'The motion' })).getAttribute('href')).toBe('/meetings/6');
  });
  it('the decision, once there is one', async () => {
    await shows({ motion: 1 });
    expect((await screen.findByRole('link', { name: 'Decision 5' })).getAttribute('href')).toBe('/motions/1');
  });
  it('which organizations are in, and how many said nothing', async () => {
    const stances: Schemas['MemberStance'][] = [
      { organization: 'QUAY', stance: 'out', at: '2026-06-01T09:00:00.000Z' },
      { organization: 'TUGS', stance: 'in', at: '2026-06-01T09:00:00.000Z' },
    ];
    await shows({ stances, in: 1, out: 1 });
    expect(screen.getByRole('list', { name: '1 is in' }).textContent).toContain('TUGS');
    expect(screen.getByRole('list', { name: '1 is out' }).textContent).toContain('QUAY');
    expect(screen.getByText('1 Member has not said yet.')).toBeTruthy();
  });
});
