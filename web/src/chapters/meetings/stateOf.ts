// What a meeting's state is called: an announced one is under way once a session is live, and held once it is over.
import type { Schemas } from '../../api/client';

export function stateOf({ live, state, ends }: Schemas['MeetingHead']) {
  if (live) return 'live';
  return state === 'published' && new Date(ends) < new Date() ? 'held' : state;
}

/** Announced or planned, and not begun. */
export const isAhead = ({ live, state, starts }: Schemas['MeetingHead']) =>
  !live && state !== 'cancelled' && new Date(starts) > new Date();
