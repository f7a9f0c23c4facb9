import { Anchor, Button, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';

import { signIn } from '../../acts/signIn';
import { base } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { whose } from '../../api/whose';
import { ProblemAlert } from '../../components/ProblemAlert';
import { wayBack } from '../../frame/back';
import { useTranslation } from '../../locales/i18n';
import { Door } from './Door';
import { useTry } from '../../acts/useTry';

export function SignIn() {
  const { t } = useTranslation();
  const { data } = useQuery(communityQuery);
  const navigate = useNavigate();
  const { history } = useRouter();
  const back = wayBack(useLocation({ select: ({ state }) => state.back }));
  const queryClient = useQueryClient();
  const { problem, busy, attempt } = useTry();
  const enter = () =>
    attempt(async () => {
      const before = whose();
      const { person } = await signIn();
      // Where somebody else was going, and what this page still holds in its memory, is nothing to whoever came in.
      if (before !== undefined && before !== person) return window.location.assign(`${base}/`);
      await queryClient.resetQueries();
      if (back === undefined) await navigate({ to: '/' });
      else history.replace(back);
    });
  return (
    <Door title={data?.name ?? ''}>
      {back !== undefined && <Text>{t('door.backAfter')}</Text>}
      <Text c="dimmed">{t('door.signInHint')}</Text>
      {problem && <ProblemAlert problem={problem} />}
      <Button size="md" loading={busy} leftSection={<IconKey size={18} aria-hidden />} onClick={() => void enter()}>
        {t('door.signIn')}
      </Button>
      <Anchor component={Link} to="/recover" size="sm">
        {t('door.lost')}
      </Anchor>
    </Door>
  );
}
