// Who is registered, their enrolment and recovery, and who sits on the Management Committee.
import { IconUsers } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';

import { lazyPage } from '../../frame/lazyPage';
import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const people = chapter({
  name: 'people',
  places: [{ to: '/people', key: 'people', icon: IconUsers }],
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/people',
      component: lazyPage(() => import('./People'), 'People'),
    }),
  ],
  tasks: {
    'confirm-recovery': {
      to: () => '/people',
      Action: lazy(() => import('./ConfirmRecovery').then((its) => ({ default: its.ConfirmRecovery }))),
    },
    'seat-co-chair': { to: () => '/people' },
  },
  finds: () => import('./finds'),
  words,
});
