// One risk: what is written of it, how it is rated, what is done about it, what it hangs on, and how it was described before.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { Loaded, Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { Harms } from './Harms';
import { History } from './History';
import { linesOf } from './line';
import { Losses } from './Losses';
import { Moves } from './Moves';
import { riskQuery, risksQuery } from './queries';
import { RatingCard } from './RatingCard';
import { useZone } from './RatingState';
import { Section } from '../../components/Section';
import { MarkingBadge, RiskBadge } from './Standing';
import type { RiskText } from './text';
import { Ties } from './Ties';
import { Treatment } from './Treatment';
import { useRatings } from './useRatings';
import './words';

type Page = Schemas['Risk'];

export function Risk() {
  const { id } = useParams({ from: '/shell/risks/$id' });
  const zone = useZone();
  const register = useQuery(risksQuery);
  return (
    <Query of={riskQuery(id)}>
      {(risk) => (
        <Loaded {...register}>
          {({ bands }) => zone !== undefined && <Whole key={risk.id} risk={risk} bands={bands} zone={zone} />}
        </Loaded>
      )}
    </Query>
  );
}

interface Props {
  risk: Page;
  bands: Schemas['RiskBands'];
  zone: string;
}

function Whole({ risk, bands, zone }: Props) {
  const { t } = useTranslation();
  const ratings = useRatings();
  const [line] = linesOf([risk], ratings.of);
  const text = line?.text;
  return (
    <Stack maw={1000}>
      <Head risk={risk} text={text} zone={zone} />
      <Moves risk={risk} zone={zone} />
      {text ? (
        <>
          <Section title={t('risk.whatItIs')} testId="what">
            <What text={text} />
          </Section>
          <Harms text={text} />
          {line && <RatingCard line={line} bands={bands} ratings={ratings} />}
          {text.ranges && <Losses ranges={text.ranges} />}
          <Treatment text={text} items={risk.items} bands={bands} zone={zone} />
          <Ties text={text} />
        </>
      ) : (
        <Text>{t('erased')}</Text>
      )}
      <History risk={risk} bands={bands} />
    </Stack>
  );
}

function Head({ risk, text, zone }: { risk: Page; text: RiskText | undefined; zone: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={1} className="breakable">
          {risk.title ?? t('erased')}
        </Title>
        <Group gap="xs" className="unshrinking">
          {text && <MarkingBadge marking={text.marking} />}
          <RiskBadge state={risk.state} />
        </Group>
      </Group>
      <Group justify="space-between">
        <Text size="sm">
          <Anchor inherit underline="always" renderRoot={(props) => <Link to="/risks" {...props} />}>
            {t('risk.all')}
          </Anchor>
          {' · '}
          {t('risk.number', { number: risk.id + 1 })}
        </Text>
        <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => window.print()}>
          {t('risk.print')}
        </Button>
      </Group>
      <dl className="risk-facts" data-testid="standing">
        <dt>{t('risk.column.owner')}</dt>
        <dd>{risk.owner ?? t('risk.nobody')}</dd>
        {risk.review_by !== null && risk.over_at === null && (
          <>
            <dt>{t('risk.column.review')}</dt>
            <dd>
              <DayEnd time={risk.review_by} zone={zone} />
            </dd>
          </>
        )}
        {risk.over_at !== null && (
          <>
            <dt>{t(`risk.state.${risk.state}`)}</dt>
            <dd>
              <When time={risk.over_at} dateOnly />. {risk.reason ?? t('erased')}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

function What({ text }: { text: RiskText }) {
  const { t } = useTranslation();
  return (
    <dl className="risk-facts">
      <dt>{t('risk.originTitle')}</dt>
      <dd>{t(`risk.origin.${text.origin}`)}</dd>
      <dt>{t('risk.threat')}</dt>
      <dd className="wrap">{text.threat}</dd>
      {text.weakness && (
        <>
          <dt>{t('risk.weakness')}</dt>
          <dd className="wrap">{text.weakness}</dd>
        </>
      )}
      <dt>{t('risk.confidenceTitle')}</dt>
      <dd>{t(`risk.confidence.${text.confidence}`)}</dd>
    </dl>
  );
}
