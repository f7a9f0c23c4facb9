// The pages and their addresses, under the community's path. Each page is a chunk of its own, so the first load stays small.
import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';

import { base } from '../api/client';
import { chapters } from '../chapters/index';
import { Failed } from './Failed';
import { NotFound } from './NotFound';
import { root, shell } from './parents';
import { Shell } from './Shell';

shell.update({ component: Shell });
type Listed = (typeof chapters)[number];
const inFrame = chapters.flatMap<Listed['routes'][number]>(({ routes }) => routes);
const outside = chapters.flatMap<Listed['doors'][number]>(({ doors }) => doors);
const routeTree = root.addChildren([shell.addChildren(inFrame), ...outside]);

export const routerOf = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: base,
    defaultPreload: 'intent',
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    context: { queryClient },
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerOf>;
  }
}
