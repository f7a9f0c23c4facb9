// Meetings, their sessions, and who attends.
import { IconCalendarEvent } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { numbered, shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const meetings = chapter({
  name: 'meetings',
  places: [{ to: '/meetings', key: 'meetings', icon: IconCalendarEvent, withoutSeat: true }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings',
      component: lazyRouteComponent(() => import('./Meetings'), 'Meetings'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings/$id',
      params: numbered,
      component: lazyRouteComponent(() => import('./Meeting'), 'Meeting'),
    }),
  ],
  finds: () => import('./finds'),
  words,
});
