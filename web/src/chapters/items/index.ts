// Milestones and action items of the work-plan: who holds each, when it is due and how it stands; and what came of them since the last session, or a day.
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';
import { filterOf } from './filter';
import { searchOf } from './since';

const there: TaskKind = { to: ({ item }) => `/items/${item}` };

export const items = chapter({
  name: 'items',
  under: '/work-plan',
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/items',
      validateSearch: filterOf,
      component: lazyPage(() => import('./Items'), 'Items'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/items/import',
      component: lazyPage(() => import('./Import'), 'Import'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/items/review',
      validateSearch: searchOf,
      component: lazyPage(() => import('./Review'), 'Review'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/items/$id',
      params: numbered,
      component: lazyPage(() => import('./Item'), 'Item'),
    }),
  ],
  tasks: { 'finish-item': there, 'hand-over-item': there },
  words,
});
