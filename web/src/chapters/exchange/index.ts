// Threats and incidents that members share, for people and for machines.
import { IconRadar2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

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
      component: lazyRouteComponent(() => import('./Exchange'), 'Exchange'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/matrix',
      component: lazyRouteComponent(() => import('./Matrix'), 'Matrix'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/machines',
      component: lazyRouteComponent(() => import('./Machines'), 'Machines'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/watch',
      component: lazyRouteComponent(() => import('./WatchPage'), 'WatchPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/object/$id',
      component: lazyRouteComponent(() => import('./ObjectPage'), 'ObjectPage'),
    }),
  ],
  AtDesk,
  finds: () => import('./finds'),
  words,
});
