// The frame of every page: where one is, where one can go, who one is.
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { onAnother } from '../acts/windows';
import type { Schemas } from '../api/client';
import { Refused } from '../api/client';
import { useMe } from '../api/queries';
import type { Place } from '../chapters/chapter';
import { chapters } from '../chapters/index';
import { ProblemAlert } from '../components/ProblemAlert';
import { useLive } from '../live/useLive';
import { useTranslation } from '../locales/i18n';
import { Breadcrumb } from './Breadcrumb';
import { Header } from './Header';
import { SignInAgain } from './SignInAgain';
import { usePageTitle } from './usePageTitle';
import { Warnings } from './Warnings';

const places = chapters.flatMap(({ places }): Place[] => places);

/** Nobody is signed in any more: what was read goes, also from memory. */
function Outside() {
  const queryClient = useQueryClient();
  useEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  }, [queryClient]);
  // Where one was going, with what stands after its #, which so reaches neither the server nor a log.
  const { history } = useRouter();
  const [back] = useState(() => history.location.href);
  return <Navigate to="/sign-in" state={{ back }} replace />;
}

export function Shell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const { data: me, error, isPending } = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const hasNoFrame = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.hasNoFrame) });
  useLive(me !== undefined);
  usePageTitle();
  useEffect(() => onAnother(() => window.location.reload()), []);

  if (isPending) return null;
  if (!me) {
    if (error instanceof Refused && error.problem.status !== 401) return <ProblemAlert problem={error.problem} />;
    return <Outside />;
  }
  if (!me.has_seat && path === '/') return <Navigate to="/meetings" />;
  if (hasNoFrame) return <Alone me={me} />;
  const shown = me.has_seat ? places : places.filter(({ withoutSeat }) => withoutSeat);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <Header me={me} opened={opened} onToggle={toggle} />
      {/* A guest has one place to be, and is there already. */}
      {!me.is_guest && <Menu places={shown} path={path} opened={opened} onGo={close} />}
      <main id="content" className="frame-content">
        {!me.is_guest && <SignInAgain person={me.person} />}
        <Warnings />
        {!me.is_guest && <Breadcrumb shown={shown} />}
        <Outlet />
      </main>
    </>
  );
}

/** A page without head and menu. */
function Alone({ me }: { me: Schemas['Me'] }) {
  return (
    <main id="content">
      {!me.is_guest && <SignInAgain person={me.person} />}
      <Warnings />
      <Outlet />
    </main>
  );
}

interface MenuProps {
  places: Place[];
  path: string;
  /** On a phone; elsewhere it always is. */
  opened: boolean;
  onGo: () => void;
}

function Menu({ places, path, opened, onGo }: MenuProps) {
  const { t } = useTranslation();
  return (
    <nav className="frame-menu" aria-label={t('menu')} data-opened={opened || undefined}>
      {places.map(({ to, key, icon: Icon }) => (
        <Link
          key={key}
          to={to}
          aria-current={(to === '/' ? path === '/' : path.startsWith(to)) ? 'page' : undefined}
          onClick={onGo}
        >
          <Icon size={18} aria-hidden />
          {t(`nav.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
