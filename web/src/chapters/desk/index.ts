// The desk: what awaits one, from all chapters.
import { IconChecklist } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const desk = chapter({
  name: 'desk',
  places: [{ to: '/', key: 'desk', icon: IconChecklist }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/',
      component: lazyRouteComponent(() => import('./Desk'), 'Desk'),
    }),
  ],
  words,
});
