import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { actWords, awaitsPasskey, command, opens } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aDirection, aGroup, aPlan, aPriority, aReport } from '../../testing/workPlan';
import { groups } from './index';

const round = { opened_at: '2026-10-01T09:00:00.000Z', answers_by: '2026-10-15T22:00:00.000Z' };
const hash = expect.stringMatching(/^[\w-]{43}$/) as string;

interface Shown {
  directions?: Schemas['Direction'][];
  priorities?: Schemas['Priority'][];
  may?: Schemas['May'];
  plan?: Partial<Schemas['Groups']>;
}
async function at(address: string, { directions = [], priorities = [aPriority()], may = [], plan = {} }: Shown) {
  answersTo('GET /api/priorities', { directions, priorities, may });
  answersTo('GET /api/groups', aPlan(plan));
  const shown = showAt(address, groups.routes);
  await screen.findByRole('heading', { level: 1, name: 'Work-plan' });
  return shown;
}

beforeEach(() => awaitsPasskey());

describe('the line of sight', () => {
  it('leads from a direction, with its letter, to priorities and groups', async () => {
    await at('/work-plan', {
      directions: [aDirection()],
      priorities: [aPriority({ directions: [0] })],
      plan: { groups: [aGroup()] },
    });
    const direction = screen.getByRole('region', { name: 'Fewer wrecks' });
    expect(direction.textContent).toContain('Harbour Masters · CHM/7 · Jan 15, 2026');
    expect(within(direction).getByRole('heading', { name: 'Lights at night' })).toBeTruthy();
    expect(direction.textContent).toContain('1 in, 0 out, of 3 Members.');
    const row = within(direction).getByRole('row', { name: /Lamp lighters/ });
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/groups/7');
    expect(row.textContent).toContain('QUAY');
    expect(row.textContent).toContain('Plan by Jun 30, 2027');
  });
  it('has a priority of two directions once, and names it below the other', async () => {
    await at('/work-plan', {
      directions: [aDirection({ id: 1, content: { title: 'Second' } }), aDirection()],
      priorities: [aPriority({ directions: [0, 1] })],
    });
    expect(screen.getAllByRole('heading', { name: 'Lights at night' })).toHaveLength(1);
    expect(within(screen.getByRole('region', { name: 'Fewer wrecks' })).getByRole('link').textContent).toBe(
      'Lights at night',
    );
  });
  it('goes on where a text was erased', async () => {
    await at('/work-plan', {
      directions: [aDirection({ content: null })],
      priorities: [aPriority({ content: null, directions: [0] })],
      plan: { groups: [aGroup({ title: null })] },
    });
    expect(screen.getAllByText('(erased)')).toHaveLength(3);
  });
  it('says so where nothing is planned', async () => {
    await at('/work-plan', { priorities: [] });
    expect(screen.getByText('Nothing is planned yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Propose a priority' })).toBeNull();
  });
});

describe('a group whose Lead was asked and did not answer', () => {
  const green = () => document.querySelectorAll('[style*="green"]').length;
  it('is shown as that, and never in green', async () => {
    await at('/work-plan', { plan: { groups: [aGroup({ last_report: aReport() })], round } });
    expect(screen.getByTestId('no-answer').textContent).toContain('No answer since Oct 1, 2026');
    expect(screen.getByTestId('group-7').textContent).toContain('Before that As planned');
    expect(green()).toBe(0);
  });
  it('is green once it answered that all is as planned', async () => {
    await at('/work-plan', {
      plan: { groups: [aGroup({ last_report: aReport({ at: '2026-10-02T09:00:00.000Z' }) })], round },
    });
    expect(screen.queryByTestId('no-answer')).toBeNull();
    expect(screen.getByTestId('group-7').textContent).toContain('As planned');
    expect(green()).toBe(1);
  });
});

describe('what is shown stands in the address', () => {
  const priorities = [
    aPriority({ id: 1, content: { title: 'Old' }, state: 'ended', over_at: '2026-09-01T09:00:00.000Z' }),
    aPriority({ id: 2, content: { title: 'Mine' }, my_stance: 'in' }),
    aPriority({ id: 3, content: { title: 'Other' } }),
  ];
  const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((one) => one.textContent);
  it('and is read from there', async () => {
    await at('/work-plan?mine=true', { priorities });
    expect(titles()).toEqual(['Mine']);
    expect((screen.getByLabelText('Only what my organization is in') as HTMLInputElement).checked).toBe(true);
  });
  it('and goes there when it is chosen', async () => {
    const { router } = await at('/work-plan', { priorities });
    expect(titles()).toEqual(['Mine', 'Other']);
    await userEvent.click(screen.getByLabelText('Over'));
    await waitFor(() => expect(titles()).toEqual(['Old']));
    expect(router.state.location.search).toEqual({ state: 'over' });
    await userEvent.click(screen.getByLabelText('Only what my organization is in'));
    expect(await screen.findByText('Nothing fits what is shown. Choose more.')).toBeTruthy();
    expect(router.state.location.search).toEqual({ state: 'over', mine: true });
    await userEvent.click(screen.getByLabelText('What stands'));
    await waitFor(() => expect(router.state.location.search).toEqual({ mine: true }));
  });
});

describe('my stance', () => {
  const may = ['take-stance'] as Schemas['May'];
  const buttons = () =>
    within(screen.getByRole('group', { name: 'Whether we are in: Lights at night' }))
      .getAllByRole('button')
      .map((button) => button.textContent);
  it('is said, signed with the text', async () => {
    await at('/work-plan', { priorities: [aPriority({ may })] });
    expect(buttons()).toEqual(['In', 'Out']);
    await userEvent.click(screen.getByRole('button', { name: 'In' }));
    expect(await command()).toEqual({
      type: 'take-stance',
      priority: 4,
      stance: 'in',
      seen: { texts: [hash], clear: [] },
    });
    expect(await actWords()).toBe('My organization is in: Lights at night');
  });
  it('is changed, or taken back', async () => {
    await at('/work-plan', { priorities: [aPriority({ may, my_stance: 'in' })] });
    expect(buttons()).toEqual(['Out', 'Take back']);
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    expect(await command()).toEqual({ type: 'take-stance', priority: 4, seen: { texts: [hash], clear: [] } });
  });
  it('is nobody’s to say who may not', async () => {
    await at('/work-plan', {});
    expect(screen.queryByRole('group', { name: /Whether we are in/ })).toBeNull();
  });
});

describe('what is sent', () => {
  it('of a direction: its letter, dated at the end of its day', async () => {
    await at('/work-plan', { may: ['receive-direction'] });
    const form = await opens('Enter a direction');
    await userEvent.type(within(form).getByLabelText(/What it asks for/), 'Fewer wrecks');
    await userEvent.type(within(form).getByLabelText(/Who gave it/), 'HLCM');
    await userEvent.type(within(form).getByLabelText(/Date of the letter/), '2026-03-29');
    await userEvent.click(within(form).getByRole('button', { name: 'Enter a direction' }));
    expect(await command()).toEqual({ type: 'receive-direction', text: hash, dated: '2026-03-29T22:00:00.000Z' });
  });
  it('of a priority: its end, across a change of clocks', async () => {
    await at('/work-plan', { may: ['propose-priority'], directions: [aDirection()] });
    const form = await opens('Propose a priority');
    await userEvent.type(within(form).getByLabelText(/Title/), 'Lights');
    await userEvent.type(within(form).getByLabelText(/Ends by itself on/), '2027-10-31');
    await userEvent.click(within(form).getByRole('button', { name: 'Propose a priority' }));
    expect(await command()).toEqual({
      type: 'propose-priority',
      text: hash,
      directions: [],
      ends: '2027-10-31T23:00:00.000Z',
    });
  });
  it('of a round: until when', async () => {
    await at('/work-plan', { plan: { may: ['open-status-round'] } });
    const form = await opens('Ask all Leads');
    await userEvent.type(within(form).getByLabelText(/Answers by/), '2026-12-15');
    await userEvent.click(within(form).getByRole('button', { name: 'Ask all Leads' }));
    expect(await command()).toEqual({ type: 'open-status-round', answers_by: '2026-12-15T23:00:00.000Z' });
  });
});

it('hours have one’s own organization first, and what meetings took beside what was stated', async () => {
  answersTo('GET /api/me', { person: 1, organization: { id: 3, key: 'TUGS' } });
  const hours = [
    { organization: 'QUAY', groups: 2, hours: 17, group_minutes: 0, other_minutes: 960 },
    { organization: 'TUGS', groups: 1, hours: 5, group_minutes: 90, other_minutes: 0 },
  ];
  await at('/work-plan', { plan: { hours } });
  const table = screen.getByRole('table', { name: 'What taking part takes' });
  const cells = () =>
    within(table)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  await waitFor(() => expect(cells()[0]).toBe('TUGS'));
  expect(cells()).toEqual([...['TUGS', '1', '5', '1.5 h', '0 h'], ...['QUAY', '2', '17', '0 h', '16 h']]);
});
