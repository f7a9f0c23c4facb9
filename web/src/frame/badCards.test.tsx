// One card that can't be shown takes nothing down but itself: whatever a seat wrote, or a host made of it, the rest of the page stands.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

import { Desk } from '../chapters/desk/Desk';
import { Notices } from '../chapters/desk/Notices';
import { elections } from '../chapters/elections';
import { exposure } from '../chapters/exposure';
import { groups } from '../chapters/groups';
import { items } from '../chapters/items';
import { membership } from '../chapters/membership';
import { show, showAt } from '../testing/page';
import { answersTo, keepsRecord } from '../testing/server';
import { aGroup, anItem, aPlan, aPriority, someItems } from '../testing/workPlan';

/** What no component can show, where a text should be. */
const odd = { odd: 'object' } as never;
const time = '2026-03-01T09:00:00.000Z';
const person = { id: 1, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'BUOY' };
const failures = () => screen.getAllByText(/Something in this page failed/);

// Their code is loaded when it is asked for, and a busy machine takes its time.
beforeAll(
  () =>
    Promise.all([
      import('../chapters/membership/Organizations'),
      import('../chapters/items/Items'),
      import('../chapters/elections/Elections'),
      import('../chapters/groups/Priority'),
      import('../chapters/exposure/BringSet'),
    ]),
  60_000,
);
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  keepsRecord();
  answersTo('GET /api/me', { person: 1, has_seat: true, roles: [] });
});

it('a proposal of an Observer leaves the other proposals', async () => {
  const proposal = (id: number, statement: string) => ({
    id,
    key: `KEY${id}`,
    name: `Pilots ${id}`,
    statement,
    consultation_ends: time,
    state: 'consulted',
    is_end: false,
    comments: [],
    opinions: [],
    may: [],
  });
  answersTo('GET /api/organizations', { organizations: [], may: { propose_observer: false } });
  answersTo('GET /api/observers', { proposals: [proposal(1, 'They know the rocks.'), proposal(2, odd)] });
  showAt('/organizations', membership.routes);
  fireEvent.click(await screen.findByRole('tab', { name: /Proposed Observers/ }));
  expect(await screen.findByText('They know the rocks.')).toBeTruthy();
  expect(failures()).toHaveLength(1);
});

it('a notice leaves the other notices', async () => {
  const notice = {
    number: 1,
    kind: 'link-offered',
    entry: 41,
    by: person,
    person,
    organization: 'QUAY',
    motion: null,
  } as const;
  show(
    <Notices
      notices={[
        { ...notice, at: time },
        { ...notice, number: 2, at: odd },
      ]}
    />,
  );
  expect(await screen.findByText(/Ada made out an enrolment link/)).toBeTruthy();
  expect(failures()).toHaveLength(1);
});

it('a task at the desk leaves the other tasks and the meetings', async () => {
  const task = { kind: 'vote', about: { title: 'A new pier', motion: 1 }, by: null };
  answersTo('GET /api/desk', { tasks: [task, { ...task, by: odd }], notices: [], recovery_asked: null, meetings: [] });
  show(<Desk />);
  expect(await screen.findByText(/A new pier/)).toBeTruthy();
  expect(screen.getByText('No meeting is announced.')).toBeTruthy();
  expect(failures()).toHaveLength(1);
});

it('an item on the board leaves the other items', async () => {
  const these = [
    anItem({ id: 1, content: { title: 'Buy oil' } }),
    anItem({ id: 2, content: { title: odd } }),
    anItem({ id: 3, content: { title: 'Light it' }, state: 'done' }),
  ];
  answersTo('GET /api/items', someItems({ items: these }));
  answersTo('GET /api/groups', aPlan({ groups: [aGroup()] }));
  answersTo('GET /api/organizations', { organizations: [], may: { propose_observer: false } });
  showAt('/items?view=board', items.routes);
  expect(await screen.findByRole('link', { name: 'Buy oil' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Light it' })).toBeTruthy();
  expect(within(screen.getByTestId('item-2')).getByText(/Something in this page failed/)).toBeTruthy();
});

it('an open call of an election leaves the other calls and the list', async () => {
  const head = { position: 0, stage: 'candidacies', starts: time, meeting_title: 'Symposium', confirmation: 'none' };
  const call = (id: number, statement: unknown) => ({
    ...head,
    id,
    motion: null,
    run_off_of: null,
    winner: null,
    candidacies: [{ person, organization: 'BUOY', state: 'accepted', nominated_by: 'Ada', statement }],
    may: [],
  });
  const all = [call(1, 'I know the rocks.'), call(2, odd)];
  answersTo('GET /api/elections', { elections: all, positions: 2, may: [] });
  for (const one of all) answersTo(`GET /api/elections/${one.id}`, one);
  showAt('/elections', elections.routes);
  expect(await screen.findByText('I know the rocks.')).toBeTruthy();
  await waitFor(() => expect(failures()).toHaveLength(1));
  expect(screen.getByRole('table')).toBeTruthy();
});

it('what was a version of a priority leaves the others, who is in, and the groups', async () => {
  const version = { content: { title: 'Lights' }, directions: [], ends: time, by: person, at: time };
  answersTo(
    'GET /api/priorities/4',
    aPriority({
      versions: [version, { ...version, content: { title: odd } }, { ...version, content: { title: 'Lamps' } }],
      stances: [{ organization: 'BUOY', stance: 'in', at: time }],
    }),
  );
  answersTo('GET /api/priorities', { directions: [], priorities: [], may: [] });
  answersTo('GET /api/groups', aPlan({ groups: [aGroup()] }));
  showAt('/priorities/4', groups.routes);
  expect(await screen.findByText('Lamps')).toBeTruthy();
  expect(screen.getByText(/^BUOY/)).toBeTruthy();
  expect(screen.getByText('Lamp lighters')).toBeTruthy();
  expect(failures()).toHaveLength(1);
});

it('a priority whose text can’t be shown leaves its groups and its history', async () => {
  answersTo('GET /api/priorities/4', aPriority({ content: { title: odd } }));
  answersTo('GET /api/priorities', { directions: [], priorities: [], may: [] });
  answersTo('GET /api/groups', aPlan({ groups: [aGroup()] }));
  showAt('/priorities/4', groups.routes);
  expect(await screen.findByText('Lamp lighters')).toBeTruthy();
  expect(failures()).toHaveLength(1);
});

it('a table that can’t be read as a question set stays in its field, to be put right', async () => {
  answersTo('GET /api/exposure', {
    sets: [{ in_force: true }], // of which nothing is told
    rounds: [],
    least_answers: 15,
    least_days_open: 7,
    may: ['propose-question-set'],
  });
  showAt('/exposure/sets/new', exposure.routes);
  const field = await screen.findByLabelText<HTMLTextAreaElement>(/paste the table/);
  fireEvent.change(field, { target: { value: 'Id;Text\nA-1;Are there lights?' } });
  await waitFor(() => expect(failures()).toHaveLength(1));
  expect(field.value).toContain('Are there lights?');
});
