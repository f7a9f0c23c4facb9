// The top of every page: which community this is, what is new, and who one is.
import { ActionIcon, Burger, Button, Group, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import { useSignOut } from '../acts/useSignOut';
import type { Schemas } from '../api/client';
import { communityQuery } from '../api/queries';
import { useTranslation } from '../locales/i18n';
import { Dropdown } from './Dropdown';
import { PaletteButton } from './PaletteButton';
import './account.css';

type Me = Schemas['Me'];

/** It comes after the page, with the words of what it tells. */
const Bell = lazy(() => import('./Bell').then((its) => ({ default: its.Bell })));

interface Props {
  me: Me;
  opened: boolean;
  onToggle: () => void;
}

export function Header({ me, opened, onToggle }: Props) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  return (
    <Group
      component="header"
      className="frame-header"
      px={{ base: 'xs', sm: 'md' }}
      justify="space-between"
      wrap="nowrap"
    >
      <Group gap="xs" wrap="nowrap" className="breakable">
        {!me.is_guest && <Burger opened={opened} onClick={onToggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />}
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Text fw={700} className="unbroken">
          {community?.short_name}
        </Text>
        <Text visibleFrom="lg" c="dimmed" size="sm" truncate>
          {community?.name}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {me.has_seat && <PaletteButton />}
        {me.has_seat && (
          <Suspense fallback={null}>
            <Bell />
          </Suspense>
        )}
        <SchemeButton />
        <Account me={me} />
      </Group>
    </Group>
  );
}

/** Who one is, and for whom one acts: some are co-Chair and vote for their organization, too. */
function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { signOut, asking } = useSignOut();
  const [opened, { toggle, close }] = useDisclosure();
  const name = me.profile.name ?? '';
  const standing = [
    ...me.roles.map((role) => t(`role.${role}`)),
    ...(me.organization ? [me.organization.key] : []),
    ...(me.is_guest ? [t('role.guest')] : []),
  ].join(' · ');
  return (
    <>
      {asking}
      <Dropdown
        label={t('account.label')}
        opened={opened}
        onClose={close}
        target={
          <Button
            variant="subtle"
            px="xs"
            className="account"
            leftSection={<IconUser size={20} aria-hidden />}
            aria-label={t('account.menu', { name, standing })}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={toggle}
          >
            <span className="account-name">
              {name}
              <small>{standing}</small>
            </span>
            <small className="account-for">{me.organization?.key ?? standing}</small>
          </Button>
        }
      >
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed" mb="sm">
          {standing}
        </Text>
        <Group justify="space-between">
          {!me.is_guest && (
            <Link to="/me" className="text-link" onClick={close}>
              {t('nav.me')}
            </Link>
          )}
          <Button variant="default" size="sm" onClick={signOut}>
            {t('account.signOut')}
          </Button>
        </Group>
      </Dropdown>
    </>
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
