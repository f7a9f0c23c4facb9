// A motion, for tests.
import type { Schemas } from '../api/client';

type Motion = Schemas['Motion'];

export const aMotion = (more: Partial<Motion> = {}): Motion => ({
  id: 3,
  session: 1,
  meeting: 1,
  purpose: 'resolution',
  method: 'vote',
  ballot: null,
  recorded: false,
  state: 'proposed',
  content: { title: 'A new pier', text: 'It is built.' },
  options: [],
  wording: { texts: [] },
  mover: { id: 1, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'BUOY' },
  source: null,
  proposed_at: '2026-03-01T09:00:00.000Z',
  opened_at: null,
  deadline: null,
  time_zone: null,
  closed_at: null,
  outcome: null,
  counts: [],
  winner: null,
  votes_cast: 0,
  objections: 0,
  objected: [],
  delivery: null,
  my_vote: null,
  votes: [],
  decision: null,
  amendment: null,
  may: [],
  ...more,
});
