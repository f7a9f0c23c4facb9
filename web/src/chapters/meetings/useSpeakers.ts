// Who asks to speak in a session, and what its reader may do about it. No record has it, so none of this is an act.
import { useQuery } from '@tanstack/react-query';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { speakersQuery } from './queries';

/** Nothing is known to whoever is not in the session. */
export function useSpeakers({ id: session, live, present }: Schemas['MeetingSession']) {
  const query = speakersQuery(session);
  const { data } = useQuery({ ...query, enabled: live && present });
  const { change, busy, problem } = useChange(query);
  const of = { session };
  return {
    speakers: live && present ? data : undefined,
    busy,
    problem,
    ask: () => change(() => answer(api.POST('/api/speakers/ask', { body: of }))),
    withdraw: () => change(() => answer(api.POST('/api/speakers/withdraw', { body: of }))),
    giveNext: () => change(() => answer(api.POST('/api/speakers/give', { body: of }))),
    giveTo: (person: number) => change(() => answer(api.POST('/api/speakers/give', { body: { session, person } }))),
    endSpeech: () => change(() => answer(api.POST('/api/speakers/end', { body: of }))),
    move: (person: number, place: number) =>
      change(() => answer(api.POST('/api/speakers/move', { body: { session, person, place } }))),
    close: (closed: boolean) => change(() => answer(api.POST('/api/speakers/list', { body: { session, closed } }))),
  };
}
