// What taking part takes of each organization, as the groups' terms state it, and what meetings took beside it; one's own
// first (clause 5.1).
import { Card, Table, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { useTranslation } from '../../locales/i18n';

export function Hours({ hours }: { hours: Schemas['Hours'][] }) {
  const { t } = useTranslation();
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
      <Table aria-label={t('workPlan.hours')} maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('organization.title')}</Table.Th>
            <Table.Th>{t('workPlan.groups')}</Table.Th>
            <Table.Th>{t('workPlan.hoursAMonth')}</Table.Th>
            <Table.Th>{t('workPlan.groupMeetings')}</Table.Th>
            <Table.Th>{t('workPlan.otherMeetings')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map((one) => (
            <Table.Tr key={one.organization} fw={one.organization === own ? 600 : undefined}>
              <Table.Td>{one.organization}</Table.Td>
              <Table.Td>{one.groups}</Table.Td>
              <Table.Td>{one.hours}</Table.Td>
              <Table.Td>{inHours(one.group_minutes)}</Table.Td>
              <Table.Td>{inHours(one.other_minutes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
