// Organizations, who speaks for them, Observers, and additional representatives.
import { IconBuildingCommunity } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';

const proposals: TaskKind = { to: () => '/organizations', hash: 'observers' };

export const membership = chapter({
  name: 'membership',
  places: [{ to: '/organizations', key: 'organizations', icon: IconBuildingCommunity }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/organizations',
      component: lazyPage(() => import('./Organizations'), 'Organizations'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/organizations/$id',
      params: numbered,
      component: lazyPage(() => import('./Organization'), 'Organization'),
    }),
  ],
  tasks: {
    attest: { to: ({ meeting }) => `/meetings/${meeting}` },
    clear: { to: ({ meeting }) => `/meetings/${meeting}` },
    'decide-observer': proposals,
    'comment-observer': proposals,
    'confirm-seat-change': { to: ({ organization }) => `/organizations/${organization}` },
    'vacant-seat': {
      to: ({ organization }) => `/organizations/${organization}`,
      Together: lazy(() => import('./VacantSeats').then((its) => ({ default: its.VacantSeats }))),
    },
  },
  finds: () => import('./finds'),
  words,
});
