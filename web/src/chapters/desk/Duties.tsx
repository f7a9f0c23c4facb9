// Who owes what, until when, and who hears of it next: for the committee of everybody, for a seat its own.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DaysLeft } from '../../components/DaysLeft';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MailState } from '../mail/shared';
import { DutyName, DutyOwner } from './DutyLine';
import { type DutyGroup, inGroups, inTime, type Span } from './dutyGroups';
import { dutiesQuery } from './queries';
import './dutyWords';

const spans: Span[] = ['overdue', 'soon', 'later', 'undated'];

export function Duties() {
  const { t } = useTranslation();
  return (
    <Query of={dutiesQuery}>
      {({ duties, of_all, at }) => (
        <Stack maw={900}>
          <Title order={1}>{t('nav.duties')}</Title>
          <Text>{t(of_all ? 'duties.ofAll' : 'duties.own')}</Text>
          <MailState />
          {of_all && (
            <Link to="/mail" className="text-link">
              {t('mail.all')}
            </Link>
          )}
          {duties.length === 0 && <Text>{t('duties.none')}</Text>}
          <Listed groups={inGroups(duties)} now={Date.parse(at)} />
        </Stack>
      )}
    </Query>
  );
}

function Listed({ groups, now }: { groups: DutyGroup[]; now: number }) {
  const { t } = useTranslation();
  return spans.map((span) => {
    const those = groups.filter(({ duty }) => inTime(duty, now) === span);
    if (those.length === 0) return null;
    return (
      <Stack key={span} component="section" aria-label={t(`duties.${span}`)} data-testid={`duties-${span}`}>
        <Title order={2} size="h3">
          {t(`duties.${span}`)}
        </Title>
        {those.map((group, i) => (
          <Safely key={i}>
            <DutyCard group={group} />
          </Safely>
        ))}
      </Stack>
    );
  });
}

function DutyCard({ group: { duty, seats } }: { group: DutyGroup }) {
  const { t } = useTranslation();
  return (
    <Card withBorder data-testid={`duty-${duty.kind}`}>
      <Group justify="space-between" align="flex-start">
        <Text fw={600}>
          <DutyName duty={duty} />
        </Text>
        {duty.clause && (
          <Badge tt="none" variant="light">
            {t('duties.clause', { number: duty.clause })}
          </Badge>
        )}
      </Group>
      <Text size="sm" component="div">
        {t('duties.owes')}: <DutyOwner duty={duty} seats={seats} />
      </Text>
      <Text size="sm" component="div">
        {duty.by ? t('duties.due') : t('duties.since')}:{' '}
        <When time={duty.by ?? duty.since} weekday={duty.by !== null} /> {duty.by && <DaysLeft until={duty.by} />}
      </Text>
      <StepLine label={t('duties.last')} step={duty.step} named={seats.length < 2} />
      <StepLine label={t('duties.next')} step={duty.next} named={seats.length < 2} />
    </Card>
  );
}

/** Whom the step reaches is `named` where it is one seat's. */
function StepLine({ label, step, named }: { label: string; step: Schemas['Duty']['next']; named: boolean }) {
  const { t } = useTranslation();
  if (!step)
    return (
      <Text size="sm" c="dimmed">
        {label}: {t('duties.noStep')}
      </Text>
    );
  const names = (named ? step.people : []).flatMap(({ name }) => (name ? [name] : []));
  return (
    <Text size="sm" c="dimmed">
      {label}: <When time={step.at} />, {t(`duties.to.${step.to}`)}
      {names.length > 0 && names.length < 4 && ` (${names.join(', ')})`}
    </Text>
  );
}
