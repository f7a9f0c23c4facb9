// Motions, votes, silence procedures, and the register of decisions.
import { IconGavel } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

const there = { to: () => '/decisions' };

export const decisions = chapter({
  name: 'decisions',
  places: [{ to: '/decisions', key: 'decisions', icon: IconGavel }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/decisions',
      component: lazyRouteComponent(() => import('./Decisions'), 'Decisions'),
    }),
  ],
  tasks: { vote: there, silence: there, 'open-silence': there, 'reach-seats': there },
  words,
});
