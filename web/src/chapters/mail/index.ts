// Mail: how often one is written to, and, for the committee, whom it reached.
import { createRoute } from '@tanstack/react-router';

import { lazyPage } from '../../frame/lazyPage';
import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const mail = chapter({
  name: 'mail',
  under: '/duties',
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/mail',
      component: lazyPage(() => import('./Mail'), 'Mail'),
    }),
  ],
  tasks: { 'mail-refused': { to: () => '/mail' } },
  words,
});
