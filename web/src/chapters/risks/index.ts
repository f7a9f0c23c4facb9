// The register of risks: what threatens the community, by confidentiality, integrity, availability and reliability, and how Members rate it.
import { IconAlertTriangle } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';
import { filterOf } from './filter';
import { sourceOf } from './source';

const there: TaskKind = { to: ({ risk }) => `/risks/${risk}` };

export const risks = chapter({
  name: 'risks',
  places: [{ to: '/risks', key: 'risks', icon: IconAlertTriangle }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/risks',
      validateSearch: filterOf,
      component: lazyPage(() => import('./Risks'), 'Risks'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/risks/new',
      validateSearch: sourceOf,
      component: lazyPage(() => import('./NewRisk'), 'NewRisk'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/risks/$id',
      params: numbered,
      component: lazyPage(() => import('./Risk'), 'Risk'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/risks/$id/revise',
      params: numbered,
      component: lazyPage(() => import('./ReviseRisk'), 'ReviseRisk'),
    }),
  ],
  tasks: { 'answer-risk': there, 'review-risk': there, 'hand-over-risk': there },
  AtAGlance: lazy(() => import('./TopRisks').then((its) => ({ default: its.TopRisks }))),
  words,
});
