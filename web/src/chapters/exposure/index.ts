// The collective assessment of exposure: what no organization would tell alone, asked in secret rounds and known together.
import { IconChartBar } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';

const there: TaskKind = { to: ({ round }) => `/exposure/rounds/${round}` };

export const exposure = chapter({
  name: 'exposure',
  places: [{ to: '/exposure', key: 'exposure', icon: IconChartBar }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure',
      component: lazyRouteComponent(() => import('./Exposure'), 'Exposure'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/strategic',
      component: lazyRouteComponent(() => import('./Strategic'), 'Strategic'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/release',
      component: lazyRouteComponent(() => import('./Release'), 'Release'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/trend',
      component: lazyRouteComponent(() => import('./Trend'), 'Trend'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/seen',
      component: lazyRouteComponent(() => import('./SeenWeak'), 'SeenWeak'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/sets/new',
      component: lazyRouteComponent(() => import('./BringSet'), 'BringSet'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/questions/$set/$question',
      component: lazyRouteComponent(() => import('./Outcome'), 'Outcome'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/rounds/$id',
      params: numbered,
      component: lazyRouteComponent(() => import('./Round'), 'Round'),
      loader: async ({ context, params: { id } }) => {
        const { roundQuery } = await import('./queries');
        void context.queryClient.prefetchQuery(roundQuery(id));
      },
    }),
  ],
  tasks: { 'name-trustees': there, 'prepare-round': there, 'answer-round': there, 'declare-round': there },
  words,
});
