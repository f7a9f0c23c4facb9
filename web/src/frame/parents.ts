// What the chapters' routes hang on. The frame's own component comes in router.ts, for it shows what the chapters bring.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';

import { meQuery } from '../api/queries';

/** A route may begin to read what its page shows while the page's code is loaded. */
interface Context {
  queryClient: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet });
/** The pages of those who are signed in; it has no address of its own. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  // Before it knows who one is the frame shows nothing; so that is asked for at once, and not after the page's code.
  loader: ({ context }) => void context.queryClient.prefetchQuery(meQuery),
  staleTime: Infinity,
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A page that many look at from afar: without head and menu. */
    hasNoFrame?: boolean;
  }
}

/** How an address tells which meeting, election or organization is meant. */
export const numbered = {
  parse: (params: object) => ({ id: 'id' in params ? Number(params.id) : NaN }),
  stringify: (params: { id: number }) => ({ id: String(params.id) }),
};
