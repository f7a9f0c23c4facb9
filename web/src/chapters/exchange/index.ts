// Threats and incidents that members share, for people and for machines.
import { IconRadar2 } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import { AtDesk } from './AtDesk';
import words from './en.json';

export const exchange = chapter({
  name: 'exchange',
  places: [{ to: '/exchange', key: 'exchange', icon: IconRadar2 }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange',
      component: lazyPage(() => import('./Exchange'), 'Exchange'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/matrix',
      component: lazyPage(() => import('./Matrix'), 'Matrix'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/machines',
      component: lazyPage(() => import('./Machines'), 'Machines'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/watch',
      component: lazyPage(() => import('./WatchPage'), 'WatchPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/object/$id',
      component: lazyPage(() => import('./ObjectPage'), 'ObjectPage'),
    }),
  ],
  AtDesk,
  finds: () => import('./finds'),
  acts: () => import('./finds'),
  words,
});
