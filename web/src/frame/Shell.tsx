// The frame of every page: where one is, where one can go, who one is.
import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSignOut } from '../acts/useSignOut';
import type { Schemas } from '../api/client';
import { Refused } from '../api/client';
import { communityQuery, useMe } from '../api/queries';
import type { Place } from '../chapters/chapter';
import { chapters } from '../chapters/index';
import { useLive } from '../live/useLive';
import { ProblemAlert } from '../components/ProblemAlert';
import { SignInAgain } from './SignInAgain';
import { Warnings } from './Warnings';

type Me = Schemas['Me'];

/** It comes after the page, with the words of what it tells. */
const Bell = lazy(() => import('./Bell').then((its) => ({ default: its.Bell })));
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
  useLive(me !== undefined);

  if (isPending) return null;
  if (!me) {
    if (error instanceof Refused && error.problem.status !== 401) return <ProblemAlert problem={error.problem} />;
    return <Outside />;
  }
  const shown = me.has_seat ? places : places.filter(({ withoutSeat }) => withoutSeat);
  if (!me.has_seat && path === '/') return <Navigate to="/meetings" />;
  return (
    <AppShell
      header={{ height: 56 }}
      // A guest has one place to be, and is there already.
      {...(me.is_guest ? {} : { navbar: { width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } } })}
      padding="md"
    >
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Header me={me} opened={opened} onToggle={toggle} />
      </AppShell.Header>
      {!me.is_guest && (
        <AppShell.Navbar p="xs" aria-label={t('menu')}>
          {shown.map(({ to, key, icon: Icon }) => (
            <NavLink
              key={key}
              component={Link}
              to={to}
              label={t(`nav.${key}`)}
              leftSection={<Icon size={18} aria-hidden />}
              active={to === '/' ? path === '/' : path.startsWith(to)}
              onClick={close}
            />
          ))}
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content">
        {!me.is_guest && <SignInAgain person={me.person} />}
        <Warnings />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

interface HeaderProps {
  me: Me;
  opened: boolean;
  onToggle: () => void;
}

function Header({ me, opened, onToggle }: HeaderProps) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        {!me.is_guest && <Burger opened={opened} onClick={onToggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />}
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Text fw={700}>{community?.short_name}</Text>
        <Text visibleFrom="md" c="dimmed" size="sm" truncate>
          {community?.name}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {me.has_seat && (
          <Suspense fallback={null}>
            <Bell />
          </Suspense>
        )}
        <SchemeButton />
        <AccountMenu me={me} />
      </Group>
    </Group>
  );
}

function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('account.menu', { name: me.profile.name ?? '' })}>
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.profile.name}
          {me.organization ? ` · ${me.organization.key}` : ''}
        </Menu.Label>
        {!me.is_guest && (
          <Menu.Item component={Link} to="/me">
            {t('nav.me')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void signOut()}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={t(scheme === 'dark' ? 'scheme.light' : 'scheme.dark')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      {scheme === 'dark' ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
