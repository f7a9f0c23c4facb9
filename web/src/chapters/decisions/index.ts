// Motions, votes, silence procedures, and the register of decisions.
import { IconGavel } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';

import { numbered, shell } from '../../frame/parents';
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
    createRoute({
      getParentRoute: () => shell,
      path: '/motions/$id',
      params: numbered,
      component: lazyRouteComponent(() => import('./Motion'), 'Motion'),
    }),
  ],
  tasks: {
    vote: {
      ...there,
      Action: lazy(() => import('./VoteAtDesk').then((its) => ({ default: its.VoteAtDesk }))),
    },
    silence: there,
    'open-silence': there,
    'reach-seats': there,
  },
  finds: () => import('./finds'),
  words,
});
