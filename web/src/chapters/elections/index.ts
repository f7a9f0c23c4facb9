// Elections of co-Chairs and secret ballots, from the call to the confirmation.
import { IconMailbox } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { numbered, shell } from '../../frame/parents';
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';

/** The ballot of a round stands on the round's page. */
const there: TaskKind = {
  to: ({ election, round }) => (round === undefined ? `/elections/${election}` : `/exposure/rounds/${round}`),
};

export const elections = chapter({
  name: 'elections',
  places: [{ to: '/elections', key: 'elections', icon: IconMailbox }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/elections',
      component: lazyPage(() => import('./Elections'), 'Elections'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/elections/$id',
      params: numbered,
      component: lazyPage(() => import('./Election'), 'Election'),
      loader: async ({ context, params: { id } }) => {
        const { electionQuery } = await import('./queries');
        void context.queryClient.prefetchQuery(electionQuery(id));
      },
    }),
  ],
  tasks: {
    nominated: there,
    'make-key': there,
    'register-voting-key': there,
    'cast-ballot': there,
    'decrypt-totals': there,
    'draw-lot': there,
    'submit-elected': there,
  },
  words,
});
