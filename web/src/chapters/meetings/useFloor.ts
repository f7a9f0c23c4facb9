// Which item of its agenda a session is at, and going from one to another.
import { useQuery } from '@tanstack/react-query';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { floorQuery } from './queries';

type Session = Schemas['MeetingSession'];

/** The place of the item on the agenda; -1 where the session is at none. */
const placeOf = ({ agenda }: Pick<Session, 'agenda'>, item: string | null | undefined) =>
  agenda.findIndex((one) => one.item === item);

export function useFloor(session: Session) {
  const query = floorQuery(session.id);
  const { data } = useQuery(query);
  const { change, busy, problem } = useChange(query, true);
  const at = placeOf(session, data?.item);
  const take = (place: number) => {
    const item = session.agenda[place]?.item;
    return change(() => answer(api.POST('/api/floor', { body: { session: session.id, ...(item ? { item } : {}) } })));
  };
  return { at, since: data?.since ?? null, mayLead: data?.may_lead ?? false, take, busy, problem };
}
