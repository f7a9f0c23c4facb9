// Mail: how often one is written to, and, for the committee, whom it reached.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import told from '../../../../api/mail/en.json';
import { shell } from '../../frame/parents';
import { chapter } from '../chapter';
import words from './en.json';

export const mail = chapter({
  name: 'mail',
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/mail',
      component: lazyRouteComponent(() => import('./Mail'), 'Mail'),
    }),
  ],
  tasks: { 'mail-refused': { to: () => '/mail' } },
  // What was sent is called on the page as it is in the mail.
  words: { ...words, mail: { ...words.mail, about: { duty: told.duty, notice: told.notice } } },
});
