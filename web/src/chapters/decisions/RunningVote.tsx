// How a vote in a session stands: how many of how many, what it needs, and who is missing, for whoever presides.
import { Progress, Stack, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

type Motion = Schemas['Motion'];

export function RunningVote({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  const { voting, votes_cast, state, method } = motion;
  if (state !== 'open' || method !== 'vote') return null;
  if (!voting) return <Text size="sm">{t('motion.votesCast', { count: votes_cast })}</Text>;
  const { present, majority, abstentions_count, missing } = voting;
  const share = { part: majority.numerator, whole: majority.denominator };
  return (
    <Stack gap={4} data-testid="running-vote">
      <Text size="sm" fw={600}>
        {t('motion.votesOf', { cast: votes_cast, count: present })}
      </Text>
      <Progress
        value={(100 * votes_cast) / Math.max(1, present)}
        aria-label={t('motion.votesOf', { cast: votes_cast, count: present })}
      />
      <Text size="sm" c="dimmed">
        {t(abstentions_count ? 'motion.needsOfAll' : 'motion.needs', share)}
      </Text>
      {missing && missing.length > 0 && (
        <Text size="sm" data-testid="missing">
          {t('motion.missing', { organizations: [...missing].sort().join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
