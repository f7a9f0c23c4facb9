// One election: how far it is, and what everybody can do about it.
import { Badge, Card, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import { useTranslation } from '../../locales/i18n';
import { electionQuery } from './queries';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { BoardCard } from './BoardCard';
import { Candidacies } from './Candidacies';
import { Conduct } from './Conduct';
import { Confirmation } from './Confirmation';
import { Lots } from './Lots';
import { OfficersCard } from './OfficersCard';
import { ResultCard } from './ResultCard';
import type { ElectionPage } from './standing';
import { useStanding, useSubject } from './standing';
import { VoteCard } from './VoteCard';
import './words';

/** What works with keys and ballots is loaded where it is asked for: whoever reads a result needs none of it. */
const TrusteeCard = lazy(() => import('./TrusteeCard').then((its) => ({ default: its.TrusteeCard })));
const VotingKeyCard = lazy(() => import('../keyboxes/shared').then((its) => ({ default: its.VotingKeyCard })));

const stages = ['candidacies', 'preparation', 'voting', 'closed', 'decided'] as const;
/** A motion has no candidates. */
const stagesOfMotion = stages.slice(1);

/** While a key can still be registered for it. */
const isAhead = (stage: ElectionPage['stage']) => stage === 'candidacies' || stage === 'preparation';

export function Election() {
  const { id } = useParams({ from: '/shell/elections/$id' });
  return <Query of={electionQuery(id)}>{(election) => <Whole election={election} />}</Query>;
}

/** The meeting in which it is voted; none of a round. */
function Where({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  if (election.meeting === null) return null;
  return (
    <>
      <Link to="/meetings/$id" params={{ id: election.meeting }}>
        {election.meeting_title ?? t('erased')}
      </Link>
      {' · '}
    </>
  );
}

function Whole({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const standing = useStanding();
  const subject = useSubject();
  const narrow = useMediaQuery('(max-width: 48em)');
  const steps: readonly (typeof stages)[number][] = election.motion ? stagesOfMotion : stages;
  const at = steps.indexOf(election.stage === 'lots' ? 'decided' : election.stage);
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={1}>{subject(election)}</Title>
        <Badge tt="none" size="lg" variant="light">
          {standing(election)}
        </Badge>
      </Group>
      <Text c="dimmed">
        <Where election={election} />
        <When time={election.starts} />
        {election.term_ends && (
          <>
            {' · '}
            {t('elections.termEnds')} <When time={election.term_ends} dateOnly />
          </>
        )}
      </Text>
      <Stepper
        active={election.stage === 'decided' ? steps.length : at}
        orientation={narrow ? 'vertical' : 'horizontal'}
        size="xs"
        aria-label={t('elections.standing')}
      >
        {steps.map((stage) => (
          <Stepper.Step key={stage} label={t(`elections.step.${stage}`)} />
        ))}
      </Stepper>
      {election.reason && (
        <Card withBorder>
          <Text className="wrap">{t('elections.reason', { reason: election.reason })}</Text>
        </Card>
      )}
      <Conduct election={election} />
      <Suspense fallback={null}>
        {election.as_trustee && <TrusteeCard election={election} work={election.as_trustee} />}
        {election.own_key && isAhead(election.stage) && <VotingKeyCard year={election.own_key.year} />}
      </Suspense>
      <VoteCard election={election} />
      {election.counts.length > 0 && <ResultCard election={election} />}
      {election.lots.length > 0 && <Lots election={election} />}
      {election.outcome === 'elected' && <Confirmation election={election} />}
      {!election.motion && <Candidacies election={election} />}
      {election.trustees.length > 0 && <OfficersCard election={election} />}
      {election.setup !== null && election.stage !== 'preparation' && <BoardCard election={election} />}
    </Stack>
  );
}
