// Shows a component as the page would: with words, looks, addresses and the way to act.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

import { ActProvider } from '../acts/useAct';
import { words } from '../frame/words';
import { speak } from '../locales/i18n';
import '../locales/sentences';

speak(words);

export function show(
  component: ReactNode,
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
) {
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
