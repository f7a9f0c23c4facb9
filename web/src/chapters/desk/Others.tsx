// What awaits others, for those who follow it up: the soonest of it, and the way to all.
import { Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { DaysLeft } from '../../components/DaysLeft';
import { useTranslation } from '../../locales/i18n';
import { DutyName, DutyOwner } from './DutyLine';
import { inGroups } from './dutyGroups';
import { dutiesQuery } from './queries';
import './dutyWords';

const most = 5;

/** `own`: as which office the reader owes something; that stands among their tasks. */
export function Others({ own }: { own: 'secretary' | 'co-chairs' }) {
  const { t } = useTranslation();
  const { data } = useQuery(dutiesQuery);
  if (!data?.of_all) return null;
  const groups = inGroups(data.duties.filter(({ owner }) => owner !== own));
  if (groups.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('others.title')} data-testid="others">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('others.title')}
        </Title>
        <Link className="row-link target" to="/duties">
          {t('others.all', { count: groups.length })}
        </Link>
      </Group>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {groups.slice(0, most).map(({ duty, seats }, i) => (
          <Group
            key={i}
            component="li"
            justify="space-between"
            align="start"
            wrap="nowrap"
            style={{ listStyle: 'none' }}
          >
            <div>
              <Text size="sm">
                <DutyName duty={duty} />
              </Text>
              <Text size="sm" c="dimmed" component="div">
                <DutyOwner duty={duty} seats={seats} />
              </Text>
            </div>
            {duty.by && (
              <Box flex="none">
                <DaysLeft until={duty.by} />
              </Box>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
