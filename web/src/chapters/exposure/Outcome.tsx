// One question with all that is known of it: how it was answered last, which seen techniques it answers, and the work that names it.
import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../../locales/i18n';

import { Query } from '../../components/Query';
import { Totals } from '../elections/shared';
import { matrixQuery } from '../exchange/shared';
import type { Found, Latest } from './latest';
import { keyOf } from './latest';
import { latestQuery } from './latestQuery';
import { usePercent } from './percent';
import { exposureQuery } from './queries';
import { groupsAround } from './questionSet';
import { SeenList } from './SeenList';
import type { Seen } from './seenWeak';
import { answersTechniques, seenAgainst, seenIn } from './seenWeak';
import './seenWords';
import { answered, isWeak, shareOfLow } from './statistics';
import { WorkNaming } from './WorkNaming';

export function Outcome() {
  const { set, question } = useParams({ from: '/shell/exposure/questions/$set/$question' });
  return (
    <Query of={exposureQuery}>
      {({ rounds }) => (
        <Query of={latestQuery(rounds)}>{(latest) => <Known set={set} id={question} latest={latest} />}</Query>
      )}
    </Query>
  );
}

interface Props {
  set: string;
  id: string;
  latest: Latest;
}

function Known({ set, id, latest }: Props) {
  const { t } = useTranslation();
  const found = latest.get(keyOf(set, id));
  return (
    <Stack maw={800}>
      {found ? <About found={found} /> : <Title order={1}>{id}</Title>}
      {found ? <Answers found={found} /> : <Text>{t('seen.outcome.notAsked')}</Text>}
      {answersTechniques(set) && (
        <Card withBorder component="section" aria-label={t('seen.outcome.against')}>
          <Title order={2} size="h4">
            {t('seen.outcome.against')}
          </Title>
          <Query of={matrixQuery}>{({ tactics }) => <Against seen={seenAgainst(id, seenIn(latest, tactics))} />}</Query>
        </Card>
      )}
      <WorkNaming id={id} />
    </Stack>
  );
}

function About({ found: { set, question } }: { found: Found }) {
  const { id, name, text } = question;
  return (
    <>
      <Text size="sm" c="dimmed">
        {[set.title, ...groupsAround(set, question).map((group) => group.name)].join(' · ')}
      </Text>
      <Title order={1} size="h2">
        {name === undefined ? id : `${id}: ${name}`}
      </Title>
      <Text>{text}</Text>
    </>
  );
}

function Answers({ found: { set, question, answers, counts, round } }: { found: Found }) {
  const { t } = useTranslation();
  const percent = usePercent();
  const low = question.choose.max === 1 && question.levels.length > 0 ? shareOfLow(counts) : undefined;
  return (
    <Card withBorder component="section" aria-label={t('seen.outcome.answers')}>
      <Title order={2} size="h4">
        {t('seen.outcome.answers')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        <Anchor
          underline="always"
          renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id: round.id }} {...props} />}
        >
          {round.title ?? t('erased')}
        </Anchor>
        {low !== undefined && ` · ${t('seen.outcome.low', { percent: percent(low), count: answered(counts) })}`}
      </Text>
      <Totals rows={answers.map((label, i) => ({ label, count: counts[i] ?? 0 }))} label={t('seen.outcome.answers')} />
      {/* What happened is no state that could be weak. */}
      {low !== undefined && set.rhythm === 'yearly' && isWeak(counts) && (
        <Link to="/risks/new" search={{ outcome: question.id }} className="row-link target">
          {t('seen.outcome.proposeRisk')}
        </Link>
      )}
    </Card>
  );
}

function Against({ seen }: { seen: Seen[] }) {
  const { t } = useTranslation();
  return seen.length === 0 ? <Text size="sm">{t('seen.outcome.noneSeen')}</Text> : <SeenList seen={seen} />;
}
