// Motions, votes, silence procedures, and the register of decisions.
import { IconGavel } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { Task } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';

const there = { to: ({ motion }: Task['about']) => `/motions/${motion}` };

export const decisions = chapter({
  name: 'decisions',
  places: [{ to: '/decisions', key: 'decisions', icon: IconGavel }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/decisions',
      component: lazyPage(() => import('./Decisions'), 'Decisions'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/motions/$id',
      params: numbered,
      component: lazyPage(() => import('./Motion'), 'Motion'),
    }),
  ],
  tasks: {
    vote: {
      to: () => '/decisions',
      Action: lazy(() => import('./VoteAtDesk').then((its) => ({ default: its.VoteAtDesk }))),
    },
    silence: there,
    'open-silence': there,
    'reach-seats': there,
  },
  finds: () => import('./finds'),
  acts: () => import('./finds'),
  words,
});
