import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { keyOfLink, secretInAddress } from '../../acts/links';
import { signInByLink } from '../../acts/signIn';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { Door } from './Door';
import { useTry } from '../../acts/useTry';

export function GuestDoor() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { problem, busy, attempt } = useTry();
  const enter = () =>
    attempt(async () => {
      const { meeting } = await signInByLink(keyOfLink(secretInAddress()));
      await queryClient.resetQueries();
      await navigate(meeting === undefined ? { to: '/' } : { to: '/meetings/$id', params: { id: meeting } });
    });
  return (
    <Door title={t('door.guestTitle')}>
      <Text c="dimmed">{t('door.guestHint')}</Text>
      {problem && <ProblemAlert problem={problem} />}
      <Button loading={busy} onClick={() => void enter()}>
        {t('door.guest')}
      </Button>
    </Door>
  );
}
