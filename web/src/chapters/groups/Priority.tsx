// One priority, with the groups that pursue it.
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { Loaded, Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { prioritiesQuery, PriorityHead, PriorityHistory, priorityQuery } from '../priorities/shared';
import { GroupTable } from './GroupTable';
import { groupsQuery } from './queries';
import { TermsForm } from './TermsForm';
import './words';

export function Priority() {
  const { id } = useParams({ from: '/shell/priorities/$id' });
  return <PriorityContent id={id} />;
}

function PriorityContent({ id }: { id: number }) {
  const priority = useQuery(priorityQuery(id));
  const { data: all } = useQuery(prioritiesQuery);
  return (
    <Loaded {...priority}>
      {(page) => (
        <Query of={groupsQuery}>
          {(plan) => (
            <Stack maw={1000}>
              <Safely>
                <PriorityHead priority={page} directions={all?.directions ?? []} zone={plan.time_zone} />
              </Safely>
              <Safely>
                <GroupsOf priority={page} plan={plan} mayPropose={plan.open_to_me.includes(page.id)} />
              </Safely>
              <PriorityHistory priority={page} zone={plan.time_zone} />
            </Stack>
          )}
        </Query>
      )}
    </Loaded>
  );
}

interface GroupsProps {
  priority: Schemas['PriorityPage'];
  plan: Schemas['Groups'];
  mayPropose: boolean;
}

function GroupsOf({ priority, plan, mayPropose }: GroupsProps) {
  const { t } = useTranslation();
  const groups = plan.groups.filter((group) => group.priority === priority.id);
  return (
    <Card withBorder component="section" aria-label={t('workPlan.groups')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('workPlan.groups')}
        </Title>
        {mayPropose && <TermsForm priority={priority.id} zone={plan.time_zone} />}
      </Group>
      {groups.length === 0 ? (
        <Text c="dimmed">{t('workPlan.noGroups')}</Text>
      ) : (
        <GroupTable label={t('workPlan.groups')} groups={groups} plan={plan} />
      )}
    </Card>
  );
}
