// A priority, a group and a work-plan, for tests.
import type { Schemas } from '../api/client';

export const zone = 'Europe/Zurich';
const salt = 'c2FsdCBvZiAxNiBieXRlcw';
export const original = (text: string) => ({ salt, text });
const person = { id: 1, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'BUOY' };

const text = { title: 'Lights at night', text: 'No dark pier is left.' };
export const aPriority = (more: Partial<Schemas['PriorityPage']> = {}): Schemas['PriorityPage'] => ({
  id: 4,
  state: 'in-effect',
  content: text,
  directions: [],
  ends: '2028-06-30T22:00:00.000Z',
  proposed_at: '2026-03-01T09:00:00.000Z',
  since: '2026-05-01T09:00:00.000Z',
  over_at: null,
  motion: null,
  in: 1,
  out: 0,
  members: 3,
  my_stance: null,
  wording: { texts: [original(JSON.stringify(text))] },
  may: [],
  versions: [
    { content: text, directions: [], ends: '2028-06-30T22:00:00.000Z', by: person, at: '2026-03-01T09:00:00.000Z' },
  ],
  stances: [],
  ...more,
});

export const aDirection = (more: Partial<Schemas['Direction']> = {}): Schemas['Direction'] => ({
  id: 0,
  content: { title: 'Fewer wrecks', from: 'Harbour Masters', reference: 'CHM/7' },
  dated: '2026-01-15T23:00:00.000Z',
  entered_at: '2026-01-20T09:00:00.000Z',
  entered_by: person,
  ...more,
});

export const aReport = (more: Partial<Schemas['StatusReport']> = {}): Schemas['StatusReport'] => ({
  standing: 'as-planned',
  line: 'All lamps burn.',
  person,
  at: '2026-09-01T09:00:00.000Z',
  ...more,
});

export const terms = JSON.stringify({
  title: 'Lamp lighters',
  purpose: 'They light the lamps.',
  outputs: ['A plan', 'Lamps'],
  not_in_scope: 'Oil.',
});

/** One that is founded and led. */
export const aGroup = (more: Partial<Schemas['GroupPage']> = {}): Schemas['GroupPage'] => {
  const frame: Schemas['GroupFrame'] = {
    marking: 'amber',
    lead_hours: 12,
    member_hours: 5,
    kickoff_by: '2027-03-31T22:00:00.000Z',
    plan_by: '2027-09-30T22:00:00.000Z',
    ends: '2028-01-31T23:00:00.000Z',
  };
  return {
    id: 7,
    priority: 4,
    state: 'active',
    title: 'Lamp lighters',
    frame,
    ends: frame.ends,
    organizations: 2,
    lead: 'QUAY',
    convener: null,
    without_lead_since: null,
    proposed_at: '2026-06-01T09:00:00.000Z',
    founded_at: '2026-07-01T09:00:00.000Z',
    mid_year: '2027-06-30T22:00:00.000Z',
    kickoff: null,
    planned_at: null,
    last_report: null,
    over_at: null,
    ending: null,
    is_in: false,
    is_lead: false,
    has_volunteered: false,
    may: [],
    versions: [{ content: null, terms: original(terms), frame, by: person, at: '2026-06-01T09:00:00.000Z' }],
    members: [
      { organization: 'QUAY', id: 2, since: '2026-06-02T09:00:00.000Z' },
      { organization: 'TUGS', id: 3, since: '2026-06-03T09:00:00.000Z' },
    ],
    volunteers: [],
    contact: null,
    lead_left_why: null,
    plans: [],
    documents: [],
    meetings: [],
    inability: null,
    reports: [],
    report: null,
    committee: [person],
    mid_year_day: '06-30',
    time_zone: zone,
    wording: { texts: [original(terms)] },
    ...more,
  };
};

export const aPlan = (more: Partial<Schemas['Groups']> = {}): Schemas['Groups'] => ({
  groups: [],
  hours: [],
  round: null,
  open_to_me: [],
  least_organizations: 3,
  time_zone: zone,
  may: [],
  ...more,
});

export const aMove = (more: Partial<Schemas['ItemMove']> = {}): Schemas['ItemMove'] => ({
  what: 'added',
  at: '2026-08-01T09:00:00.000Z',
  holder: 'TUGS',
  due: '2027-06-30T22:00:00.000Z',
  content: { title: 'Buy oil' },
  ...more,
});

/** One that is open, of the group above. */
export const anItem = (more: Partial<Schemas['Item']> = {}): Schemas['Item'] => ({
  id: 3,
  kind: 'action',
  state: 'open',
  content: { title: 'Buy oil' },
  holder: 'TUGS',
  held_since: '2026-08-01T09:00:00.000Z',
  group: 7,
  decision: null,
  due: '2027-06-30T22:00:00.000Z',
  slipped: 0,
  blocked_by: [],
  reason: null,
  evidence: null,
  added_at: '2026-08-01T09:00:00.000Z',
  moved_at: '2026-08-01T09:00:00.000Z',
  moves: [aMove()],
  may: [],
  ...more,
});

export const someItems = (more: Partial<Schemas['Items']> = {}): Schemas['Items'] => ({
  items: [],
  before: null,
  reviewed_at: null,
  time_zone: zone,
  may: [],
  ...more,
});
