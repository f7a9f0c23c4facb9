// Meetings, their sessions, and who attends.
import { IconCalendarEvent } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

/** A session is one of its meeting's. */
const inMeeting = {
  parse: (params: { id: string; session: string }) => ({ id: Number(params.id), session: Number(params.session) }),
  stringify: ({ id, session }: { id: number; session: number }) => ({ id: String(id), session: String(session) }),
};

export const meetings = chapter({
  name: 'meetings',
  places: [{ to: '/meetings', key: 'meetings', icon: IconCalendarEvent, withoutSeat: true }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings',
      component: lazyPage(() => import('./Meetings'), 'Meetings'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings/$id',
      params: numbered,
      component: lazyPage(() => import('./Meeting'), 'Meeting'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings/$id/room/$session',
      params: inMeeting,
      component: lazyPage(() => import('./Presiding'), 'Presiding'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings/$id/screen/$session',
      params: inMeeting,
      staticData: { hasNoFrame: true },
      component: lazyPage(() => import('./Screen'), 'Screen'),
    }),
  ],
  finds: () => import('./finds'),
  acts: () => import('./finds'),
  words,
});
