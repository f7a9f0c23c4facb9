// What is written of a group: its terms in all versions, its plans, and what its Lead reported.
import { Card, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { Safely } from '../../components/Safely';
import { WebLink } from '../../components/WebLink';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { StandingBadge } from './Standing';
import { termsOf } from './terms';

type Page = Schemas['GroupPage'];

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}

/** What taking part takes, and how far it may go. */
export function Frame({ group: { frame } }: { group: Pick<Page, 'frame'> }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" mt="xs" c="dimmed">
      {t('group.hours', { lead: frame.lead_hours, member: frame.member_hours })} {t('group.markingIs')}{' '}
      {t(`group.markings.${frame.marking}`)}
    </Text>
  );
}

export function TermsCard({ group }: { group: Page }) {
  const { t } = useTranslation();
  return (
    <Section title={t('group.terms')}>
      <Terms version={group.versions[0]} />
    </Section>
  );
}

function Terms({ version }: { version: Schemas['TermsVersion'] | undefined }) {
  const { t } = useTranslation();
  const terms = termsOf(version?.terms?.text);
  if (!terms) return <Text>{t('erased')}</Text>;
  return (
    <Stack gap="xs">
      <Text className="wrap">{terms.purpose}</Text>
      {terms.outputs.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {t('group.answersFor')}
          </Text>
          <List>
            {terms.outputs.map((output, i) => (
              <List.Item key={i}>{output}</List.Item>
            ))}
          </List>
        </div>
      )}
      {terms.not_in_scope && (
        <div>
          <Text fw={600} size="sm">
            {t('group.notInScope')}
          </Text>
          <Text className="wrap">{terms.not_in_scope}</Text>
        </div>
      )}
    </Stack>
  );
}

/** The versions before the one that holds; all stay. */
export function Versions({ group: { versions } }: { group: Page }) {
  const { t } = useTranslation();
  return (
    <Section title={t('group.versions')}>
      <List listStyleType="none" spacing="xs" size="sm">
        {versions.map((version, i) => (
          <List.Item key={i}>
            {t('group.version', { number: versions.length - i, name: version.by.name ?? t('erased') })}{' '}
            <When time={version.at} />
            {i > 0 && (
              <details>
                <summary>{termsOf(version.terms?.text)?.title ?? t('erased')}</summary>
                <Terms version={version} />
                <Frame group={version} />
              </details>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

export function Plans({ group: { plans } }: { group: Page }) {
  const { t } = useTranslation();
  const [latest, ...before] = plans;
  if (!latest) return null;
  return (
    <Section title={t('group.plans')}>
      <Plan filed={latest} />
      {before.map((filed, i) => (
        <details key={i}>
          <summary>
            {t('group.planOf')} <When time={filed.at} />
          </summary>
          <Plan filed={filed} />
        </details>
      ))}
    </Section>
  );
}

function Plan({ filed: { content, at } }: { filed: Schemas['FiledPlan'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('group.planFiled')} <When time={at} />
      </Text>
      {content ? (
        <>
          <Text className="wrap">{content.summary}</Text>
          <Text className="wrap">{content.plan}</Text>
          <WebLink link={content.link} />
        </>
      ) : (
        <Text>{t('erased')}</Text>
      )}
    </Stack>
  );
}

export function Reports({ reports }: { reports: Schemas['StatusReport'][] }) {
  const { t } = useTranslation();
  if (reports.length === 0) return null;
  return (
    <Section title={t('group.reports')}>
      <List listStyleType="none" spacing="xs" size="sm">
        {reports.map((report, i) => (
          <List.Item key={i}>
            <Safely>
              <When time={report.at} /> · <StandingBadge standing={report.standing} />{' '}
              <span className="breakable">{report.line ?? t('erased')}</span>
              <Text span size="sm" c="dimmed">
                {` (${report.person.name ?? t('erased')})`}
              </Text>
            </Safely>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
