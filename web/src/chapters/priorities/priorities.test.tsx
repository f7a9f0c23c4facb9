// What a Member says of a priority, and what is proposed, extended or entered of one: as whoever signs it reads it.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import {
  actWords,
  asksNothing,
  awaitsPasskey,
  chooser,
  command,
  commands,
  contentsSent,
  letsAct,
  opens,
} from '../../testing/acts';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aDirection, aPriority, original, zone } from '../../testing/workPlan';
import { DirectionForm } from './DirectionForm';
import { PriorityHead, PriorityHistory } from './PriorityDetails';
import { PriorityForm } from './PriorityForm';
import { PriorityBadge, Stances } from './Standing';

const hash = expect.stringMatching(/^[\w-]{43}$/) as string;
const seen = { texts: [hash], clear: [] };
const type = (form: HTMLElement, label: RegExp, text: string) =>
  userEvent.type(within(form).getByLabelText(label), text);
const press = (name: string, form: HTMLElement = document.body) =>
  userEvent.click(within(form).getByRole('button', { name }));
const stands = (more: Partial<Schemas['PriorityPage']> = {}) => show(<Stances priority={aPriority(more)} />);

beforeEach(() => {
  awaitsPasskey();
  const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z', outcome: 'adopted' } as const;
  answersTo('GET /api/motions', {
    motions: [aMotion({ id: 1, ...closed, decision: 5 })],
    before: null,
    total: 1,
    may: [],
  });
});

describe('whether Members are in', () => {
  it('is told in numbers once a priority is in effect, and not before', () => {
    const { container, unmount } = stands({ since: null });
    expect(container.textContent).not.toContain('Members');
    unmount();
    stands({ in: 2, out: 1, members: 5 });
    expect(screen.getByText('2 in, 1 out, of 5 Members.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
  it.each<[Schemas['PriorityPage']['my_stance'], string[]]>([
    [null, ['In', 'Out']],
    ['in', ['Out', 'Take back']],
    ['out', ['In', 'Take back']],
  ])('is said otherwise than it was said (%s)', (my_stance, labels) => {
    stands({ my_stance, may: ['take-stance'] });
    const group = screen.getByRole('group', { name: 'Whether we are in: Lights at night' });
    expect(
      within(group)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(labels);
  });
  it.each([
    ['In', 'My organization is in: Lights at night', { stance: 'in' }],
    ['Out', 'My organization is out: Lights at night', { stance: 'out' }],
  ])('is signed with the text of the priority: %s', async (label, words, of) => {
    stands({ may: ['take-stance'] });
    await press(label);
    expect(await actWords()).toBe(words);
    expect(await command()).toEqual({ type: 'take-stance', priority: 4, ...of, seen });
  });
  it('is taken back by saying nothing', async () => {
    stands({ my_stance: 'in', may: ['take-stance'] });
    await press('Take back');
    expect(await actWords()).toBe('I take back what my organization said on: Lights at night');
    expect(await command()).toEqual({ type: 'take-stance', priority: 4, seen });
  });
  it('is not signed where the page shows another text than the record has', async () => {
    const wording = { texts: [original(JSON.stringify({ title: 'Lights at night', text: 'All piers stay dark.' }))] };
    stands({ wording, may: ['take-stance'] });
    await press('In');
    expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
    asksNothing();
  });
});

describe('a priority that is proposed', () => {
  it('follows directions, and ends with its day in the charter’s zone', async () => {
    letsAct();
    show(<PriorityForm directions={[aDirection({ id: 6 })]} zone={zone} />);
    const form = await opens('Propose a priority');
    await type(form, /^Title/, 'Lights at night');
    await type(form, /What is to be reached/, 'No dark pier is left.');
    await userEvent.click(chooser(form, /Direction that it follows/));
    await userEvent.click(await screen.findByRole('option', { name: 'Fewer wrecks' }));
    await type(form, /Ends by itself on/, '2028-06-30');
    await press('Propose a priority', form);
    await screen.findByRole('status');
    expect(commands()).toEqual([
      { type: 'propose-priority', text: hash, directions: [6], ends: '2028-06-30T22:00:00.000Z' },
    ]);
    expect(contentsSent()).toEqual([JSON.stringify({ title: 'Lights at night', text: 'No dark pier is left.' })]);
  });
  it('is written anew from what it says', async () => {
    letsAct();
    show(<PriorityForm directions={[]} zone={zone} priority={aPriority()} />);
    const form = await opens('Change the proposal');
    await type(form, /^Title/, ' and by day');
    await press('Change the proposal', form);
    await screen.findByRole('status');
    expect(commands()).toMatchObject([
      { type: 'revise-priority', priority: 4, directions: [], ends: '2028-06-30T22:00:00.000Z' },
    ]);
    expect(contentsSent()[0]).toContain('Lights at night and by day');
  });
});

it('a priority stands for longer by a decision, which is named in words', async () => {
  show(<PriorityHead priority={aPriority({ may: ['extend-priority'] })} directions={[]} zone={zone} />);
  const form = await opens('Extend');
  await userEvent.clear(within(form).getByLabelText(/It ends on/));
  await type(form, /It ends on/, '2029-06-30');
  await userEvent.click(chooser(form, /By the decision/));
  await userEvent.click(await screen.findByRole('option', { name: 'Decision 5: A new pier' }));
  await press('Extend', form);
  expect(await actWords()).toContain('the priority stands until the end of 2029-06-30: Lights at night');
  expect(await command()).toEqual({
    type: 'extend-priority',
    priority: 4,
    ends: '2029-06-30T22:00:00.000Z',
    decision: 4,
    seen,
  });
});

describe('a priority tells', () => {
  it('which directions it follows, and no other', () => {
    const directions = [aDirection({ id: 6 }), aDirection({ id: 7, content: { title: 'More oil', from: 'Nobody' } })];
    show(<PriorityHead priority={aPriority({ directions: [6] })} directions={directions} zone={zone} />);
    expect(screen.getByText('Follows: Fewer wrecks')).toBeTruthy();
    expect(screen.queryByText(/More oil/)).toBeNull();
  });
  it('what it was before, the latest first, with the text of each that is no more', () => {
    const [now] = aPriority().versions;
    if (now === undefined) throw new Error('there is one');
    const before = { ...now, content: { title: 'Lamps', text: 'Some lamps.' }, by: { ...now.by, name: 'Ben' } };
    show(<PriorityHistory priority={aPriority({ versions: [now, before] })} zone={zone} />);
    const lines = within(screen.getByRole('region', { name: 'Versions' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Version 2, by Ada:/),
      expect.stringMatching(/^Version 1, by Ben:.*LampsSome lamps\.$/),
    ]);
  });
  it('that its text was erased', () => {
    show(<PriorityHead priority={aPriority({ content: null })} directions={[]} zone={zone} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('erased');
  });
  it.each<[Schemas['PriorityPage']['state'], string]>([
    ['under-review', 'Under review'],
    ['in-effect', 'In effect'],
    ['declined', 'Declined'],
  ])('how far it is: %s', (state, words) => {
    show(<PriorityBadge state={state} />);
    expect(screen.getByText(words)).toBeTruthy();
  });
});

it('a direction is entered with its letter, and the day of that in the charter’s zone', async () => {
  show(<DirectionForm zone={zone} />);
  const form = await opens('Enter a direction');
  await type(form, /What it asks for/, 'Fewer wrecks');
  await type(form, /Who gave it/, 'Harbour Masters');
  await type(form, /Date of the letter/, '2026-01-15');
  await press('Enter a direction', form);
  expect(await actWords()).toBe('I enter the direction of Harbour Masters: Fewer wrecks');
  expect(await command()).toEqual({ type: 'receive-direction', text: hash, dated: '2026-01-15T23:00:00.000Z' });
});
