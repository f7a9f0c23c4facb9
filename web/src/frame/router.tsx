// The pages and their addresses, under the community's path. Each page is a chunk of its own, so the first load stays small.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';

import { base } from '../api/client';
import { Shell } from './Shell';

const root = createRootRoute({ component: Outlet });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const numberOf = (params: object) => ({ id: 'id' in params ? Number(params.id) : NaN });
const textOf = (params: { id: number }) => ({ id: String(params.id) });

const routeTree = root.addChildren([
  shell.addChildren([
    createRoute({
      getParentRoute: () => shell,
      path: '/',
      component: lazyRouteComponent(() => import('../chapters/desk/Desk'), 'Desk'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/organizations',
      component: lazyRouteComponent(() => import('../chapters/membership/Organizations'), 'Organizations'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/organizations/$id',
      params: { parse: numberOf, stringify: textOf },
      component: lazyRouteComponent(() => import('../chapters/membership/Organization'), 'Organization'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people',
      component: lazyRouteComponent(() => import('../chapters/people/People'), 'People'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings',
      component: lazyRouteComponent(() => import('../chapters/meetings/Meetings'), 'Meetings'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/meetings/$id',
      params: { parse: numberOf, stringify: textOf },
      component: lazyRouteComponent(() => import('../chapters/meetings/Meeting'), 'Meeting'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/decisions',
      component: lazyRouteComponent(() => import('../chapters/decisions/Decisions'), 'Decisions'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/elections',
      component: lazyRouteComponent(() => import('../chapters/elections/Elections'), 'Elections'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/elections/$id',
      params: { parse: numberOf, stringify: textOf },
      component: lazyRouteComponent(() => import('../chapters/elections/Election'), 'Election'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange',
      component: lazyRouteComponent(() => import('../chapters/exchange/Exchange'), 'Exchange'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/matrix',
      component: lazyRouteComponent(() => import('../chapters/exchange/Matrix'), 'Matrix'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/machines',
      component: lazyRouteComponent(() => import('../chapters/exchange/Machines'), 'Machines'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/exchange/object/$id',
      component: lazyRouteComponent(() => import('../chapters/exchange/ObjectPage'), 'ObjectPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/record',
      component: lazyRouteComponent(() => import('../chapters/record/Record'), 'Record'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/record/$id',
      params: { parse: numberOf, stringify: textOf },
      component: lazyRouteComponent(() => import('../chapters/record/Entry'), 'Entry'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/charter',
      component: lazyRouteComponent(() => import('../chapters/record/Charter'), 'Charter'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/me',
      component: lazyRouteComponent(() => import('../chapters/identity/Me'), 'Me'),
    }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('../chapters/identity/SignIn'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enrol',
    component: lazyRouteComponent(() => import('../chapters/identity/Enrol'), 'Enrol'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/recover',
    component: lazyRouteComponent(() => import('../chapters/identity/Recover'), 'Recover'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/guest',
    component: lazyRouteComponent(() => import('../chapters/identity/GuestDoor'), 'GuestDoor'),
  }),
]);

export const router = createRouter({ routeTree, basepath: base, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
