// Shows a component as the page would: with words, looks, addresses and the way to act.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

import { ActProvider } from '../acts/useAct';
import { root, shell } from '../frame/parents';
import { words } from '../frame/words';
import { speak } from '../locales/i18n';
import '../locales/sentences';

speak(words);

const newQueryClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

export function show(component: ReactNode, queryClient = newQueryClient()) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterContextProvider router={router as never}>
          <ActProvider>{component}</ActProvider>
        </RouterContextProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, queryClient };
}

/** Shows what a chapter has at an address, and gives the router, which knows where one is then. */
export function showAt(address: string, routes: AnyRoute[]) {
  const queryClient = newQueryClient();
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren(routes)]),
    history: createMemoryHistory({ initialEntries: [address] }),
    context: { queryClient },
  });
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <ActProvider>
          <RouterProvider router={router as never} />
        </ActProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, router };
}
