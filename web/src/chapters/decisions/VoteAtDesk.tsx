// Voting at the desk: the motion as it is put, and one's vote beneath it.
import { Button, Group, Spoiler, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { Task } from '../chapter';
import { motionQuery } from './queries';
import { MyVote } from './VoteButtons';

export function VoteAtDesk({ task: { about } }: { task: Task }) {
  const { t } = useTranslation();
  const { data: motion } = useQuery({ ...motionQuery(about.motion ?? -1), enabled: about.motion !== undefined });
  return (
    <Stack gap="sm" w="100%">
      {motion && !motion.amendment && <Content motion={motion} />}
      <Group>
        <Button
          size="sm"
          variant="light"
          renderRoot={(props) => <Link to={motion ? `/motions/${motion.id}` : '/decisions'} {...props} />}
        >
          {t('desk.go')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What an amendment would put in force is too long for a desk, and is read where it stands. */
function Content({ motion }: { motion: Schemas['Motion'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Spoiler maxHeight={160} showLabel={t('motion.showText')} hideLabel={t('motion.hideCharter')}>
        <Text className="wrap">{motion.content?.text ?? t('erased')}</Text>
      </Spoiler>
      <MyVote motion={motion} />
    </>
  );
}
