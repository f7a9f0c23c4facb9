// One round: how far it is, what everybody can do about it, and what came out. Its ballot is an election's, whose cards show it.
import { Badge, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { BoardCard, electionQuery, OfficersCard, TrusteeCard } from '../elections/shared';
import { AnswerCard } from './AnswerCard';
import { Conduct } from './Conduct';
import { roundQuery } from './queries';
import { useAsked, useStanding } from './standing';
import './words';

const VotingKeyCard = lazy(() => import('../keyboxes/shared').then((its) => ({ default: its.VotingKeyCard })));
const ResultCard = lazy(() => import('./ResultCard').then((its) => ({ default: its.ResultCard })));

const stages = ['preparation', 'voting', 'closed', 'decided'] as const;
type Stage = (typeof stages)[number];

export function Round() {
  const { id } = useParams({ from: '/shell/exposure/rounds/$id' });
  return (
    <Query of={roundQuery(id)}>
      {(round) => (
        <Query of={electionQuery(round.election)}>{(election) => <Whole round={round} election={election} />}</Query>
      )}
    </Query>
  );
}

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function Whole({ round, election }: Props) {
  const took = useTook(round);
  return (
    <Stack maw={1000}>
      <Head round={round} />
      {took !== undefined && <Text data-testid="took-part">{took}</Text>}
      <Conduct round={round} election={election} />
      <Suspense fallback={null}>
        {election.as_trustee && <TrusteeCard election={election} work={election.as_trustee} />}
        {election.own_key && election.stage === 'preparation' && <VotingKeyCard year={election.own_key.year} />}
      </Suspense>
      <AnswerCard round={round} election={election} />
      <Suspense fallback={null}>{round.counts.length > 0 && <ResultCard round={round} election={election} />}</Suspense>
      {election.trustees.length > 0 && <OfficersCard election={election} />}
      {election.setup !== null && election.stage !== 'preparation' && <BoardCard election={election} turnout={took} />}
    </Stack>
  );
}

/** How many took part, and never who. */
function useTook({ asked, answered, left_out }: Schemas['Round']): string | undefined {
  const { t } = useTranslation();
  if (asked === 0) return undefined;
  const took = t('exposure.took', { answered, asked });
  return left_out === 0 ? took : `${took} ${t('exposure.leftOut', { count: left_out })}`;
}

function Head({ round }: { round: Schemas['Round'] }) {
  const { t } = useTranslation();
  const standing = useStanding();
  const asked = useAsked();
  const narrow = useMediaQuery('(max-width: 48em)');
  const at = stages.indexOf(round.stage as Stage);
  return (
    <>
      <Group justify="space-between">
        <Title order={1}>{round.title ?? t('erased')}</Title>
        <Badge tt="none" size="lg" variant="light">
          {standing(round)}
        </Badge>
      </Group>
      <Text c="dimmed">
        {t('exposure.column.opens')} <When time={round.opens} /> · {t('exposure.column.closes')}{' '}
        <When time={round.closes} />
      </Text>
      <Text size="sm">{t('exposure.asksList', { sets: asked(round) })}</Text>
      <Stepper
        active={round.stage === 'decided' ? stages.length : at}
        orientation={narrow ? 'vertical' : 'horizontal'}
        size="xs"
        aria-label={t('exposure.column.stage')}
      >
        {stages.map((stage) => (
          <Stepper.Step key={stage} label={t(`exposure.step.${stage}`)} />
        ))}
      </Stepper>
    </>
  );
}
