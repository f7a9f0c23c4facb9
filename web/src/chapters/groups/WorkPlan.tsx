// The work-plan on one page: what direction was received, which priorities follow it, which groups pursue them, and what taking part takes.
import { Checkbox, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { Loaded, Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { DirectionForm, prioritiesQuery, PriorityForm } from '../priorities/shared';
import type { Filter } from './filter';
import { branches, shownStates } from './filter';
import { Hours } from './Hours';
import { LineOfSight } from './LineOfSight';
import { groupsQuery } from './queries';
import { RoundForm } from './RoundForm';
import './words';

export function WorkPlan() {
  const filter = useSearch({ from: '/shell/work-plan' });
  const navigate = useNavigate();
  const priorities = useQuery(prioritiesQuery);
  return (
    <Loaded {...priorities}>
      {(direction) => (
        <Query of={groupsQuery}>
          {(plan) => (
            <Content
              direction={direction}
              plan={plan}
              filter={filter}
              onFilter={(search) => void navigate({ to: '/work-plan', search, replace: true })}
            />
          )}
        </Query>
      )}
    </Loaded>
  );
}

interface Props {
  direction: Schemas['Priorities'];
  plan: Schemas['Groups'];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

function Content({ direction: { directions, priorities, may }, plan, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const zone = plan.time_zone;
  const shown = branches(priorities, plan.groups, filter);
  const nothing = directions.length === 0 && priorities.length === 0;
  // A direction that nothing shown follows says nothing about what one's own organization is in, or what is over.
  const filtered = filter.state !== undefined || filter.mine === true;
  const shownDirections = filtered
    ? directions.filter(({ id }) => shown.some(({ priority }) => priority.directions.includes(id)))
    : directions;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('nav.workPlan')}</Title>
        <Group>
          {may.includes('receive-direction') && <DirectionForm zone={zone} />}
          {plan.may.includes('open-status-round') && <RoundForm zone={zone} />}
          {may.includes('propose-priority') && <PriorityForm directions={directions} zone={zone} />}
        </Group>
      </Group>
      <Links />
      <Filters filter={filter} onChange={onFilter} />
      {shown.length === 0 && (
        <Text c="dimmed">{t(nothing || !filtered ? 'workPlan.nothing' : 'workPlan.nothingFits')}</Text>
      )}
      <LineOfSight directions={shownDirections} branches={shown} plan={plan} />
      <Hours hours={plan.hours} />
    </Stack>
  );
}

/** To what the groups have to do, and to what came of it. */
function Links() {
  const { t } = useTranslation();
  return (
    <Group component="nav" aria-label={t('workPlan.work')} gap="lg">
      <Link className="row-link target" to="/items">
        {t('workPlan.items')}
      </Link>
      <Link className="row-link target" to="/items/review">
        {t('workPlan.review')}
      </Link>
    </Group>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const { state = 'standing', mine } = filter;
  return (
    <Group>
      <SegmentedControl
        className="scrolls"
        aria-label={t('workPlan.shown')}
        data={shownStates.map((value) => ({ value, label: t(`workPlan.state.${value}`) }))}
        value={state}
        onChange={(chosen) =>
          onChange({ ...(chosen === 'standing' ? {} : { state: chosen }), ...(mine ? { mine } : {}) })
        }
      />
      <Checkbox
        label={t('workPlan.mine')}
        checked={mine === true}
        onChange={(event) =>
          onChange({
            ...(state === 'standing' ? {} : { state }),
            ...(event.currentTarget.checked ? { mine: true } : {}),
          })
        }
      />
    </Group>
  );
}
