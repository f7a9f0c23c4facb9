// Whether Members rated the risks, and what the device is about until it may show how.
import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { reported } from '../../acts/problems';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { communityQuery } from '../../api/queries';
import { useTranslation } from '../../locales/i18n';
import { RoundLink } from './RoundLink';
import type { Ratings } from './useRatings';
import './words';

export function RatingState({ ratings: { round, of, isVerifying, error, verify } }: { ratings: Ratings }) {
  const { t } = useTranslation();
  if (!round)
    return (
      <Text size="sm" c="dimmed">
        {t('risk.ratings.never')}
      </Text>
    );
  if (error)
    return (
      <div data-testid="not-verified">
        <Text size="sm">{t('risk.ratings.notVerified')}</Text>
        <ProblemAlert problem={reported(error)} />
      </div>
    );
  if (verify)
    return (
      <Group gap="xs" className="no-print">
        <Text size="sm">{t('risk.ratings.there')}</Text>
        <Button size="compact-sm" variant="light" onClick={verify}>
          {t('risk.ratings.verify')}
        </Button>
      </Group>
    );
  if (isVerifying || !of)
    return (
      <Text size="sm" role="status" data-testid="verifying">
        <Loader size="xs" aria-hidden="true" me={8} style={{ verticalAlign: 'middle' }} />
        {t('risk.ratings.verifying')}
      </Text>
    );
  return (
    <Text size="sm" c="dimmed" data-testid="rated">
      {t('risk.ratings.rated', { count: of.size })} <RoundLink round={round} />
      {', '}
      <When time={round.closes} dateOnly />
      {'. '}
      {t('risk.ratings.verifiedHere')}
    </Text>
  );
}

/** In which days of the charter end. */
export const useZone = () => useQuery(communityQuery).data?.time_zone;
