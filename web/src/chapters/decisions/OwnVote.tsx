// How one's organization voted; read anew for whoever was about to vote when another window or person already had.
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { toLocal } from '../../components/time';
import { useNow } from '../../components/useNow';
import { useTranslation } from '../../locales/i18n';
import { useChoices } from './choices';
import { motionsQuery } from './queries';

type Motion = Schemas['Motion'];

export function OwnVote({ motion }: { motion: number }) {
  const { data } = useInfiniteQuery(motionsQuery);
  const found = data?.pages.flatMap(({ motions }) => motions).find(({ id }) => id === motion);
  return found ? <Voted motion={found} /> : null;
}

/** While it is open also when, and whether that can be changed: the result is what matters later. */
export function Voted({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  const choices = useChoices(motion);
  const { my_vote, state, may } = motion;
  if (my_vote === null) return null;
  const choice = choices[my_vote.choice] ?? '';
  return (
    <Text size="sm" fw={600} data-testid="my-vote">
      {state === 'open' ? <VotedAt choice={choice} vote={my_vote} /> : t('motion.youVoted', { choice })}
      {may.includes('change-vote') && ` ${t('motion.youMayChange')}`}
    </Text>
  );
}

/** On the clock of the meeting, which all in the room look at. */
function VotedAt({ choice, vote: { at, time_zone } }: { choice: string; vote: NonNullable<Motion['my_vote']> }) {
  const { t, i18n } = useTranslation();
  const dayThere = (time: Date) => toLocal(time, time_zone).slice(0, 10);
  const isToday = dayThere(useNow()) === dayThere(new Date(at));
  const clock = formatter(languageOf(i18n.language), {
    ...(isToday ? {} : { dateStyle: 'medium' }),
    timeStyle: 'short',
    timeZone: time_zone,
  });
  const place = (time_zone.split('/').at(-1) ?? time_zone).replaceAll('_', ' ');
  return t('motion.youVotedAt', { choice, place, time: clock.format(new Date(at)) });
}
