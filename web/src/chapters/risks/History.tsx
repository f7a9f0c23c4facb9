// All that happened to a risk, the latest first: how it was described, with what each version changed, and what was found when it was looked at.
import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/i18n';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import type { Saying } from './changes';
import { changesBetween } from './changes';
import { Section } from '../../components/Section';
import { readRisk } from './text';

type Page = Schemas['Risk'];
type Version = Schemas['RiskVersion'];

interface Event {
  at: string;
  what: ReactNode;
}

interface Props {
  risk: Page;
  bands: Schemas['RiskBands'];
}

export function History({ risk, bands }: Props) {
  const { t } = useTranslation();
  const events = useEvents(risk, bands);
  return (
    <Section title={t('risk.history')} testId="history">
      <List listStyleType="none" spacing="xs" size="sm">
        {events.map(({ at, what }, i) => (
          <List.Item key={i}>
            <When time={at} /> · {what}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function useEvents({ versions, reviews, taken_up_at, over_at, state }: Page, bands: Props['bands']): Event[] {
  const { t } = useTranslation();
  const nameOf = ({ by }: Pick<Version, 'by'>) => by.name ?? t('erased');
  const described = versions.map((version, i) => ({
    at: version.at,
    what: (
      <>
        {t(i === 0 ? 'risk.event.proposed' : 'risk.event.revised', { name: nameOf(version) })}
        <Changes before={versions[i - 1]} after={version} bands={bands} />
      </>
    ),
  }));
  const looked = reviews.map((review) => ({
    at: review.at,
    what: (
      <>
        {t('risk.event.reviewed', { name: nameOf(review) })}
        <Text size="sm" className="wrap">
          {review.note ?? t('erased')}
        </Text>
      </>
    ),
  }));
  const rest: Event[] = [
    ...(taken_up_at === null ? [] : [{ at: taken_up_at, what: t('risk.event.takenUp') }]),
    ...(over_at === null
      ? []
      : [{ at: over_at, what: t(state === 'declined' ? 'risk.event.declined' : 'risk.event.closed') }]),
  ];
  return [...described, ...looked, ...rest].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function Changes({ before, after, bands }: { before: Version | undefined; after: Version; bands: Props['bands'] }) {
  const { t } = useTranslation();
  const [then, now] = [readRisk(before?.text), readRisk(after.text)];
  if (!before) return null;
  if (!then || !now) return <Text size="sm">{t('erased')}</Text>;
  const saying: Saying = {
    word: (key) => t(key),
    frequency: (band) => bands.frequency[band - 1] ?? '',
    impact: (band) => bands.impact[band - 1] ?? '',
  };
  const changes = changesBetween(then, now, saying);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('risk.changes', { count: changes.length })}</summary>
      <dl className="risk-facts risk-change">
        {changes.map(({ field, before: was, after: is }) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{t(`risk.field.${field}`)}</dt>
            <dd className="wrap">
              {was && <del>{was}</del>} {is && <ins>{is}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
