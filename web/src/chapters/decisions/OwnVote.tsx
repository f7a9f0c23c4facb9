// How one's organization voted, read anew: for whoever was about to vote when another window or person already had.
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useChoices } from './choices';
import { motionsQuery } from './queries';

export function OwnVote({ motion }: { motion: number }) {
  const { data } = useInfiniteQuery(motionsQuery);
  const found = data?.pages.flatMap(({ motions }) => motions).find(({ id }) => id === motion);
  return found ? <Voted motion={found} /> : null;
}

export function Voted({ motion }: { motion: Schemas['Motion'] }) {
  const { t } = useTranslation();
  const choices = useChoices(motion);
  if (motion.my_vote === null) return null;
  return (
    <Text size="sm" fw={600} data-testid="my-vote">
      {t('motion.youVoted', { choice: choices[motion.my_vote] ?? '' })}
    </Text>
  );
}
