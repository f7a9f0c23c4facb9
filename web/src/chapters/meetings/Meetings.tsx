// The meetings, a year at a time.
import { Badge, Card, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';
import { meetingsQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { toLocal } from '../../components/time';
import { When } from '../../components/When';
import { PlanForm } from './PlanForm';
import { stateOf } from './stateOf';

type Head = Schemas['MeetingHead'];

export function Meetings() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('nav.meetings')}</Title>
      <Query of={meetingsQuery}>
        {({ meetings, may }) => <Years meetings={meetings} mayPlan={may.includes('plan-meeting')} />}
      </Query>
    </Stack>
  );
}

/** The year in which a meeting starts, where it takes place. */
const yearOf = ({ starts, time_zone }: Head) => toLocal(new Date(starts), time_zone).slice(0, 4);

function Years({ meetings, mayPlan }: { meetings: Head[]; mayPlan: boolean }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const [chosen, setChosen] = useState<string>();
  const years = [...new Set(meetings.map(yearOf))].sort().reverse();
  const thisYear = String(new Date().getFullYear());
  const year = chosen ?? (years.includes(thisYear) ? thisYear : (years[0] ?? 'all'));
  return (
    <Card withBorder>
      {years.length > 1 && (
        <Group mb="sm">
          <SegmentedControl
            aria-label={t('meeting.year')}
            data={[...years, { value: 'all', label: t('meeting.allYears') }]}
            value={year}
            onChange={setChosen}
          />
        </Group>
      )}
      <DataTable
        label={t('nav.meetings')}
        rows={year === 'all' ? meetings : meetings.filter((meeting) => yearOf(meeting) === year)}
        rowKey={(row) => row.id}
        empty={t(mayPlan ? 'meeting.nonePlan' : 'meeting.none')}
        sortBy="starts"
        descending
        aside={mayPlan ? <PlanForm /> : undefined}
        columns={columns}
      />
    </Card>
  );
}

const colors = { live: 'red', published: 'ocean', held: 'gray', planned: 'gray', cancelled: 'gray' };

function useColumns(): Column<Head>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('meeting.title'),
      text: (m) => m.details?.title ?? '',
      cell: (m) => (
        <Link className="row-link" to="/meetings/$id" params={{ id: m.id }}>
          {m.details?.title ?? t('erased')}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('meeting.kindTitle'),
      text: (m) => t(`meeting.kind.${m.kind}`),
      cell: (m) => t(`meeting.kind.${m.kind}`),
    },
    {
      key: 'starts',
      title: t('meeting.starts'),
      text: (m) => m.starts,
      cell: (m) => <When time={m.starts} zone={m.time_zone} />,
    },
    {
      key: 'place',
      title: t('meeting.place'),
      text: (m) => m.details?.place ?? '',
      cell: (m) => m.details?.place,
    },
    {
      key: 'state',
      title: t('status.title'),
      text: (m) => t(`meeting.state.${stateOf(m)}`),
      cell: (m) => (
        <Badge tt="none" variant="light" color={colors[stateOf(m)]}>
          {t(`meeting.state.${stateOf(m)}`)}
        </Badge>
      ),
    },
  ];
}
