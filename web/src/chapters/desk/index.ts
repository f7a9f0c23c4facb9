// The desk: what awaits one, from all chapters.
import { IconCalendarDue, IconChecklist } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const desk = chapter({
  name: 'desk',
  places: [
    { to: '/', key: 'desk', icon: IconChecklist },
    { to: '/duties', key: 'duties', icon: IconCalendarDue },
  ],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/',
      component: lazyPage(() => import('./Desk'), 'Desk'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/duties',
      component: lazyPage(() => import('./Duties'), 'Duties'),
    }),
  ],
  words,
});
