// What was seen times what is weak: where attackers and gaps meet. All that it needs is asked for whole, whatever one's own seat answered.
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import { Query } from '../../components/Query';
import { matrixQuery } from '../exchange/shared';
import type { Latest } from './latest';
import { latestQuery } from './latestQuery';
import { exposureQuery } from './queries';
import { SeenList } from './SeenList';
import type { Seen } from './seenWeak';
import { roundOf, seenIn, seenWeak } from './seenWeak';
import { SeenWeakTable } from './SeenWeakTable';
import './seenWords';

export function SeenWeak() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('seen.title')}</Title>
      <Text>{t('seen.about')}</Text>
      <Query of={exposureQuery}>
        {({ rounds }) => (
          <Query of={latestQuery(rounds)}>
            {(latest) => (
              <Query of={matrixQuery}>
                {({ tactics }) => <Shown latest={latest} seen={seenIn(latest, tactics)} />}
              </Query>
            )}
          </Query>
        )}
      </Query>
    </Stack>
  );
}

function Shown({ latest, seen }: { latest: Latest; seen: Seen[] }) {
  const { t } = useTranslation();
  const round = roundOf(latest);
  const { answered, unanswered } = seenWeak(seen, latest);
  return (
    <>
      <Text size="sm" c="dimmed">
        {round ? t('seen.fromRound', { title: round.title ?? t('erased'), count: round.answered }) : t('seen.noRound')}
      </Text>
      <SeenWeakTable rows={answered} />
      {unanswered.length > 0 && <Unanswered seen={unanswered} />}
      <Text size="sm" c="dimmed">
        {t('seen.how')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('seen.table')}
      </Text>
    </>
  );
}

function Unanswered({ seen }: { seen: Seen[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('seen.unanswered')}>
      <Title order={2} size="h4">
        {t('seen.unanswered')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('seen.unansweredHint')}
      </Text>
      <SeenList seen={seen} />
    </section>
  );
}
