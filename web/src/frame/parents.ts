// What the chapters' routes hang on. The frame's own component comes in router.ts, for it shows what the chapters bring.
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';

export const root = createRootRoute({ component: Outlet });
/** The pages of those who are signed in; it has no address of its own. */
export const shell = createRoute({ getParentRoute: () => root, id: 'shell' });

/** How an address tells which meeting, election or organization is meant. */
export const numbered = {
  parse: (params: object) => ({ id: 'id' in params ? Number(params.id) : NaN }),
  stringify: (params: { id: number }) => ({ id: String(params.id) }),
};
