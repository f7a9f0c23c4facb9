// From the direction that was received to the priorities that follow it, and to the groups that pursue these.
import { Anchor, Card, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { Safely } from '../../components/Safely';
import { useGrowing } from '../../components/useGrowing';
import { useTranslation } from '../../locales/i18n';
import { Deliverables } from '../adoption/shared';
import { PriorityBadge, Stances } from '../priorities/shared';
import type { Branch } from './filter';
import { GroupTable } from './GroupTable';

type Direction = Schemas['Direction'];
type Plan = Schemas['Groups'];

interface Props {
  directions: Direction[];
  branches: Branch[];
  plan: Plan;
}

/** A priority that follows several directions stands below the first, and is named below the others. */
export function LineOfSight({ directions, branches, plan }: Props) {
  const { t } = useTranslation();
  const placeOf = ({ priority }: Branch) => directions.find(({ id }) => priority.directions.includes(id))?.id;
  const free = branches.filter((branch) => placeOf(branch) === undefined);
  return (
    <ul className="plain-list spaced">
      {directions.map((direction) => (
        <li key={direction.id}>
          <Safely>
            <DirectionCard
              direction={direction}
              zone={plan.time_zone}
              own={branches.filter((branch) => placeOf(branch) === direction.id)}
              others={branches.filter(
                (branch) => branch.priority.directions.includes(direction.id) && placeOf(branch) !== direction.id,
              )}
              plan={plan}
            />
          </Safely>
        </li>
      ))}
      {free.length > 0 && (
        <li>
          <Card withBorder component="section" aria-label={t('workPlan.noDirection')}>
            <Title order={2} size="h4" mb="sm">
              {t('workPlan.noDirection')}
            </Title>
            <Priorities branches={free} plan={plan} />
          </Card>
        </li>
      )}
    </ul>
  );
}

interface DirectionProps {
  direction: Direction;
  zone: string;
  own: Branch[];
  others: Branch[];
  plan: Plan;
}

function DirectionCard({ direction: { content, dated }, zone, own, others, plan }: DirectionProps) {
  const { t } = useTranslation();
  const title = content?.title ?? t('erased');
  return (
    <Card withBorder component="section" aria-label={title} data-testid="direction">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {[content?.from, content?.reference].filter(Boolean).join(' · ')} · <DayEnd time={dated} zone={zone} short />
      </Text>
      {content?.letter && (
        <Text component="details" size="sm" mb="sm">
          <summary>{t('direction.showLetter')}</summary>
          <Text size="sm" className="wrap">
            {content.letter}
          </Text>
        </Text>
      )}
      <Priorities branches={own} plan={plan} />
      {others.length > 0 && (
        <Text size="sm" mt="xs">
          {t('workPlan.also')}{' '}
          {others.map(({ priority: { id, content: its } }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Anchor component={Link} to={`/priorities/${id}`} inherit underline="always">
                {its?.title ?? t('erased')}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
      {own.length + others.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('workPlan.nothingFollows')}
        </Text>
      )}
    </Card>
  );
}

function Priorities({ branches, plan }: { branches: Branch[]; plan: Plan }) {
  const shown = useGrowing(branches.length, 5);
  return (
    <ul className="plain-list branches">
      {branches.slice(0, shown).map((branch) => (
        <li key={branch.priority.id} data-testid={`priority-${branch.priority.id}`}>
          <Safely>
            <PriorityBranch branch={branch} plan={plan} />
          </Safely>
        </li>
      ))}
    </ul>
  );
}

interface BranchProps {
  branch: Branch;
  plan: Plan;
}

const PriorityBranch = memo(function PriorityBranch({ branch: { priority, groups }, plan }: BranchProps) {
  const { t } = useTranslation();
  const { content } = priority;
  const title = content?.title ?? t('erased');
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={3} size="h5">
          <Link className="row-link" to="/priorities/$id" params={{ id: priority.id }}>
            {title}
          </Link>
        </Title>
        <PriorityBadge state={priority.state} />
      </Group>
      {content?.text && (
        <Spoiler maxHeight={41} showLabel={t('workPlan.more')} hideLabel={t('workPlan.less')}>
          <Text size="sm" className="wrap">
            {content.text}
          </Text>
        </Spoiler>
      )}
      <Stances priority={priority} />
      {groups.length > 0 && <GroupTable label={t('workPlan.groupsOf', { title })} groups={groups} plan={plan} />}
      <Deliverables groups={groups.map(({ id }) => id)} />
    </Stack>
  );
});
