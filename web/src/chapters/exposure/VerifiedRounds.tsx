// Gives the rounds that were counted, once this device verified the totals of the last four quarters; older ones come in as they are verified.
import { Anchor, Loader, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/i18n';

import { problemOf } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { lastFourQuarters } from './quarters';
import { exposureQuery, verifiedQuery } from './queries';
import './strategicWords';
import type { VerifiedRound } from './verified';

type Head = Schemas['RoundHead'];

interface Found {
  /** In their order in time, the last one last. */
  rounds: VerifiedRound[];
  /** Whether none of the last four quarters is missing because it did not hold. */
  isWhole: boolean;
}

export function VerifiedRounds({ children }: { children: (found: Found) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <Query of={exposureQuery}>
      {({ rounds }) => {
        const counted = rounds.filter(({ outcome }) => outcome === 'counted');
        if (counted.length === 0) return <Text data-testid="no-rounds">{t('strategic.noRounds')}</Text>;
        return <Verifying heads={counted.sort((a, b) => a.opens.localeCompare(b.opens))}>{children}</Verifying>;
      }}
    </Query>
  );
}

/** The heads are the host's, and say only what there is to be verified. */
function Verifying({ heads, children }: { heads: Head[]; children: (found: Found) => ReactNode }) {
  const newestFirst = heads.toReversed();
  const found = useQueries({ queries: newestFirst.map(({ id }) => verifiedQuery(id)) });
  const all = newestFirst.map((head, i) => ({ head, data: found[i]?.data, error: found[i]?.error ?? null }));
  const failed = all.filter(({ error }) => error !== null);
  const pending = all.filter(({ data, error }) => data === undefined && error === null);
  const needed = new Set(lastFourQuarters(heads));
  const isReady = !pending.some(({ head }) => needed.has(head));
  const rounds = all.flatMap(({ data }) => data ?? []).sort((a, b) => a.opens.localeCompare(b.opens));
  return (
    <Stack>
      {pending.length > 0 && <Progress done={all.length - pending.length} all={all.length} isReady={isReady} />}
      {failed.map(({ head, error }) => (
        <Failed key={head.id} head={head} error={error} />
      ))}
      {isReady && rounds.length > 0 && children({ rounds, isWhole: !failed.some(({ head }) => needed.has(head)) })}
    </Stack>
  );
}

function Progress({ done, all, isReady }: { done: number; all: number; isReady: boolean }) {
  const { t } = useTranslation();
  return (
    <Text role="status" size="sm" className="no-print" data-testid="verifying" aria-busy={!isReady}>
      <Loader size="xs" aria-hidden="true" style={{ marginInlineEnd: 8, verticalAlign: 'middle' }} />
      {t(isReady ? 'strategic.verifyingOlder' : 'strategic.verifying', { done, all })}
    </Text>
  );
}

function Failed({ head, error }: { head: Head; error: Error | null }) {
  const { t } = useTranslation();
  return (
    <div data-testid="not-verified">
      <Text size="sm">
        {t('strategic.notVerified')}{' '}
        <Anchor renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id: head.id }} {...props} />}>
          {head.title ?? t('erased')}
        </Anchor>
      </Text>
      <ProblemAlert problem={problemOf(error)} />
    </div>
  );
}
