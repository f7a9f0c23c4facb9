// Oneself: signing in, enrolling, recovering; passkeys, sign-ins and tokens.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { root, shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const identity = chapter({
  name: 'identity',
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/me',
      component: lazyRouteComponent(() => import('./Me'), 'Me'),
    }),
  ],
  doors: [
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      component: lazyRouteComponent(() => import('./SignIn'), 'SignIn'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/enrol',
      component: lazyRouteComponent(() => import('./Enrol'), 'Enrol'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/recover',
      component: lazyRouteComponent(() => import('./Recover'), 'Recover'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/guest',
      component: lazyRouteComponent(() => import('./GuestDoor'), 'GuestDoor'),
    }),
  ],
  words,
});
