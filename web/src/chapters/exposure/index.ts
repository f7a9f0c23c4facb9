// The collective assessment of exposure: what no organization would tell alone, asked in secret rounds and known together.
import { IconChartBar } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
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
      component: lazyPage(() => import('./Exposure'), 'Exposure'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/strategic',
      component: lazyPage(() => import('./Strategic'), 'Strategic'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/release',
      component: lazyPage(() => import('./Release'), 'Release'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/trend',
      component: lazyPage(() => import('./Trend'), 'Trend'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/seen',
      component: lazyPage(() => import('./SeenWeak'), 'SeenWeak'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/sets/new',
      component: lazyPage(() => import('./BringSet'), 'BringSet'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/sets/$id',
      params: numbered,
      component: lazyPage(() => import('./SetPage'), 'SetPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/questions/$set/$question',
      component: lazyPage(() => import('./Outcome'), 'Outcome'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exposure/rounds/$id',
      params: numbered,
      component: lazyPage(() => import('./Round'), 'Round'),
      loader: async ({ context, params: { id } }) => {
        const { roundQuery } = await import('./queries');
        void context.queryClient.prefetchQuery(roundQuery(id));
      },
    }),
  ],
  tasks: { 'name-trustees': there, 'prepare-round': there, 'answer-round': there, 'declare-round': there },
  words,
});
