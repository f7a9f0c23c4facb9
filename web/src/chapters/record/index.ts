// The record and its proofs, and the charter in force.
import { IconScale, IconShieldLock } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const record = chapter({
  name: 'record',
  places: [
    { to: '/record', key: 'record', icon: IconShieldLock },
    { to: '/charter', key: 'charter', icon: IconScale },
  ],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/record',
      component: lazyPage(() => import('./Record'), 'Record'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/record/$id',
      params: numbered,
      component: lazyPage(() => import('./Entry'), 'Entry'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/charter',
      component: lazyPage(() => import('./Charter'), 'Charter'),
    }),
  ],
  finds: () => import('./finds'),
  words,
});
