// What taking part takes of each organization, as the groups' terms state it, and what meetings took beside it; one's own
// first (clause 5.1).
import { Card, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useTranslation } from '../../locales/i18n';

const columns = ['organization', 'groups', 'hours', 'group_minutes', 'other_minutes'] as const;

export function Hours({ hours }: { hours: Schemas['Hours'][] }) {
  const { t } = useTranslation();
  const heads = {
    organization: t('organization.title'),
    groups: t('workPlan.groups'),
    hours: t('workPlan.hoursAMonth'),
    group_minutes: t('workPlan.groupMeetings'),
    other_minutes: t('workPlan.otherMeetings'),
  };
  const head = (column: keyof typeof heads) => heads[column];
  const inHours = (minutes: number) => t('workPlan.hoursTaken', { hours: Math.round(minutes / 6) / 10 });
  const own = useMe().data?.organization?.key;
  if (hours.length === 0) return null;
  const ordered = [
    ...hours.filter((one) => one.organization === own),
    ...hours.filter((one) => one.organization !== own),
  ];
  return (
    <Card withBorder component="section" aria-label={t('workPlan.hours')}>
      <Title order={2} size="h4">
        {t('workPlan.hours')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('workPlan.hoursHint')}
      </Text>
      <StackedTable label={t('workPlan.hours')} columns={columns} head={head} verticalSpacing="xs">
        {ordered.map((one) => (
          <StackedRow
            key={one.organization}
            testId="hours"
            columns={columns}
            head={head}
            cells={{
              organization: one.organization === own ? <strong>{one.organization}</strong> : one.organization,
              groups: one.groups,
              hours: one.hours,
              group_minutes: inHours(one.group_minutes),
              other_minutes: inHours(one.other_minutes),
            }}
          />
        ))}
      </StackedTable>
    </Card>
  );
}
