// A meeting that has one session under way, for tests.
import type { Schemas } from '../api/client';

type Meeting = Schemas['Meeting'];
type Session = Schemas['MeetingSession'];

const person = { id: 1, is_guest: false, title: null, enrolled: true, organization: null };

export const here = (id: number, name: string, organization: string | null, votes: boolean) => ({
  ...person,
  id,
  name,
  for: organization,
  votes,
});

export const aSession = (more: Partial<Session> = {}): Session => ({
  id: 2,
  kind: 'executive',
  title: 'Council',
  starts: '2026-03-01T09:00:00.000Z',
  ends: '2026-03-01T12:00:00.000Z',
  opened_at: '2026-03-01T09:00:00.000Z',
  closed_at: null,
  live: true,
  agenda: [
    { item: 'a', text: 'The pier', minutes: 30 },
    { item: 'b', text: 'The lights', minutes: 45 },
  ],
  present: true,
  quorum: { present: 2, needed: 3, members: 5, stands: false },
  attendance: [],
  motions: [],
  may: [],
  ...more,
});

export const aMeeting = (session: Session, more: Partial<Meeting> = {}): Meeting => ({
  id: 4,
  kind: 'symposium',
  state: 'published',
  details: { title: 'Autumn symposium', place: 'Bonn', description: '' },
  starts: '2026-03-01T08:00:00.000Z',
  ends: '2026-03-01T17:00:00.000Z',
  time_zone: 'UTC',
  capacity: 0,
  confirmed: 0,
  commitment_minutes: 60,
  live: true,
  discretion_accepted: true,
  reason: null,
  discretion_notice: '',
  sessions: [session],
  invitations: [],
  guests: 0,
  committee: [],
  wording: { texts: [] },
  may: [],
  ...more,
});
