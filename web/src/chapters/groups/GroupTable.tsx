// The groups of a priority, a row for each; on a phone each row is a block.
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { memo } from 'react';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useGrowing } from '../../components/useGrowing';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { kickoffDue, planDue } from './dates';
import { GroupBadge, LeadWords, StatusCell } from './Standing';

type Row = Schemas['GroupRow'];
type Plan = Pick<Schemas['Groups'], 'round' | 'time_zone' | 'least_organizations'>;

const columns = ['title', 'state', 'lead', 'in', 'dates', 'status'] as const;

export function GroupTable({ label, groups, plan }: { label: string; groups: Row[]; plan: Plan }) {
  const { t } = useTranslation();
  const shown = useGrowing(groups.length, 10);
  return (
    <StackedTable label={label} columns={columns} head={(column) => t(`group.column.${column}`)} verticalSpacing="xs">
      {groups.slice(0, shown).map((group) => (
        <GroupTr key={group.id} group={group} plan={plan} />
      ))}
    </StackedTable>
  );
}

const GroupTr = memo(function GroupTr({ group, plan }: { group: Row; plan: Plan }) {
  const { t } = useTranslation();
  const cells: Record<(typeof columns)[number], ReactNode> = {
    title: (
      <Link className="row-link" to="/groups/$id" params={{ id: group.id }}>
        {group.title ?? t('erased')}
      </Link>
    ),
    state: <GroupBadge group={group} />,
    lead: <LeadWords group={group} />,
    in: <In group={group} least={plan.least_organizations} />,
    dates: <Dates group={group} zone={plan.time_zone} />,
    status: <StatusCell group={group} round={plan.round} />,
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`group.column.${column}`)}
      cells={cells}
      testId={`group-${group.id}`}
    />
  );
});

/** How many are in; of a proposal, how many it takes. */
function In({ group, least }: { group: Row; least: number }) {
  const { t } = useTranslation();
  const { organizations } = group;
  return (
    <>
      {group.state === 'proposed' && organizations < least
        ? t('group.inOf', { count: organizations, least })
        : organizations}
      {group.is_in && (
        <Text size="sm" c="dimmed">
          {t(group.is_lead ? 'group.youLead' : 'group.youAreIn')}
        </Text>
      )}
    </>
  );
}

function Dates({ group, zone }: { group: Row; zone: string }) {
  const { t } = useTranslation();
  if (group.over_at)
    return (
      <Text size="sm">
        {t('group.overSince')} <When time={group.over_at} dateOnly />
      </Text>
    );
  return (
    <>
      <Text size="sm">
        {t(group.kickoff ? 'group.kickoffHeld' : 'group.kickoffBy')}{' '}
        <DayEnd time={group.kickoff ?? kickoffDue(group)} zone={zone} short />
      </Text>
      <Text size="sm">
        {t(group.planned_at ? 'group.planFiled' : 'group.planBy')}{' '}
        {group.planned_at ? (
          <When time={group.planned_at} dateOnly />
        ) : (
          <DayEnd time={planDue(group)} zone={zone} short />
        )}
      </Text>
      <Text size="sm">
        {t('group.endsOn')} <DayEnd time={group.ends} zone={zone} short />
      </Text>
    </>
  );
}
