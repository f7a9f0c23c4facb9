// A page of one session of a meeting, by its address; of a session that the meeting doesn't have, the meeting's own page.
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { meetingQuery } from './queries';

interface Props {
  id: number;
  session: number;
  children: (meeting: Schemas['Meeting'], session: Schemas['MeetingSession']) => ReactNode;
}

export const SessionOf = ({ id, session: asked, children }: Props) => (
  <Query of={meetingQuery(id)}>
    {(meeting) => {
      const session = meeting.sessions.find((one) => one.id === asked);
      return session ? children(meeting, session) : <Navigate to="/meetings/$id" params={{ id }} replace />;
    }}
  </Query>
);
