// Oneself: signing in, enrolling, recovering; passkeys, sign-ins and tokens.
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { root, shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const identity = chapter({
  name: 'identity',
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/me',
      component: lazyPage(() => import('./Me'), 'Me'),
    }),
  ],
  doors: [
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      component: lazyPage(() => import('./SignIn'), 'SignIn'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/enrol',
      component: lazyPage(() => import('./Enrol'), 'Enrol'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/recover',
      component: lazyPage(() => import('./Recover'), 'Recover'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/guest',
      component: lazyPage(() => import('./GuestDoor'), 'GuestDoor'),
    }),
  ],
  words,
});
