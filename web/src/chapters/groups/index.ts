// The work-plan: from the direction that was received to priorities and the working groups that pursue them; and each of these by itself.
import { IconTargetArrow } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';
import { filterOf } from './filter';

const there: TaskKind = { to: ({ group }) => `/groups/${group}` };

export const groups = chapter({
  name: 'groups',
  places: [{ to: '/work-plan', key: 'workPlan', icon: IconTargetArrow }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/work-plan',
      validateSearch: filterOf,
      component: lazyPage(() => import('./WorkPlan'), 'WorkPlan'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/priorities/$id',
      params: numbered,
      component: lazyPage(() => import('./Priority'), 'Priority'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/groups/$id',
      params: numbered,
      component: lazyPage(() => import('./Group'), 'Group'),
    }),
  ],
  tasks: {
    'found-group': there,
    'hold-kickoff': there,
    'file-plan': there,
    'report-status': { ...there, hash: 'status' },
    'appoint-lead': there,
    'volunteer-as-lead': there,
    'narrow-group': there,
    'end-group': there,
  },
  finds: () => import('./finds'),
  words,
});
