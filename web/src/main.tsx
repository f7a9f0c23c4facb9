import './mantine.css';
import './page.css';
import './print.css';

import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ActProvider } from './acts/useAct';
import { Refused } from './api/client';
import { routerOf } from './frame/router';
import { words } from './frame/words';
import { speak } from './locales/i18n';
import { theme } from './theme';

speak(words);
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was read stays readable while the server is away, for a working day; a page that is shown again asks for what is new all the same.
      gcTime: 8 * 60 * 60 * 1000,
      // Without a network it is told that nothing comes, in place of waiting for one.
      networkMode: 'always',
      // What the server refused once it refuses again; what failed on the way may come through.
      retry: (count, error) => !(error instanceof Refused && error.problem.status >= 400) && count < 2,
    },
  },
});
const router = routerOf(queryClient);
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
// Where what locks the page behind a dialog looks for it.
Object.assign(window, { __webpack_nonce__: nonce });
const root = document.getElementById('root');

if (root)
  createRoot(root).render(
    <StrictMode>
      <DirectionProvider detectDirection>
        <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
          <QueryClientProvider client={queryClient}>
            <ActProvider>
              <RouterProvider router={router} />
            </ActProvider>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>,
  );
