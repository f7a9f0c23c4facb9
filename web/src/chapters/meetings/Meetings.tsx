// The meetings: those that are coming first of all, the others a year at a time.
import { Alert, Anchor, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { useTranslation } from '../../locales/i18n';
import { meetingsQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { toLocal } from '../../components/time';
import { When } from '../../components/When';
import { PlanForm } from './PlanForm';
import { stateOf } from './stateOf';
import { SymposiumForm } from './SymposiumForm';
import { MeetingState } from './MeetingState';

type Head = Schemas['MeetingHead'];

export function Meetings() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('nav.meetings')}</Title>
      <Query of={meetingsQuery}>
        {({ meetings, may }) => <Listed meetings={meetings} mayPlan={may.includes('plan-meeting')} />}
      </Query>
    </Stack>
  );
}

/** The year in which a meeting starts, where it takes place. */
const yearOf = ({ starts, time_zone }: Head) => toLocal(new Date(starts), time_zone).slice(0, 4);

/** What is under way or yet to be, whatever the year. */
const isComing = ({ state, ends, live }: Head) => live || (state !== 'cancelled' && new Date(ends) > new Date());

function Listed({ meetings, mayPlan }: { meetings: Head[]; mayPlan: boolean }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const [chosen, setChosen] = useState<string>();
  const years = [...new Set(meetings.map(yearOf))].sort().reverse();
  const coming = meetings.filter(isComing);
  const shown = chosen ?? (coming.length > 0 ? 'coming' : (years[0] ?? 'all'));
  const of = (choice: string) => {
    if (choice === 'coming') return coming;
    return choice === 'all' ? meetings : meetings.filter((meeting) => yearOf(meeting) === choice);
  };
  return (
    <Card withBorder>
      {meetings.length > 0 && (
        <Group mb="sm">
          <SegmentedControl
            aria-label={t('meeting.year')}
            data={[
              { value: 'coming', label: t('meeting.coming') },
              ...years,
              { value: 'all', label: t('meeting.allYears') },
            ]}
            value={shown}
            onChange={setChosen}
          />
        </Group>
      )}
      <DataTable
        key={shown}
        label={t('nav.meetings')}
        rows={of(shown)}
        rowKey={(row) => row.id}
        empty={meetings.length === 0 ? <None mayPlan={mayPlan} /> : t('meeting.noneComing')}
        sortBy="starts"
        descending={shown !== 'coming'}
        aside={mayPlan ? <PlanForms meetings={meetings} /> : undefined}
        columns={columns}
      />
    </Card>
  );
}

function PlanForms({ meetings }: { meetings: Head[] }) {
  const earlier = meetings.filter(({ kind, state }) => kind === 'symposium' && state === 'published');
  return (
    <Group gap="xs">
      <SymposiumForm earlier={earlier.sort((a, b) => b.starts.localeCompare(a.starts))} />
      <PlanForm />
    </Group>
  );
}

/** Whoever has enrolled before the appointment is recorded reads what is missing, and whom to ask. */
function None({ mayPlan }: { mayPlan: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  if (me === undefined || me.has_seat || me.is_guest) return t(mayPlan ? 'meeting.nonePlan' : 'meeting.none');
  const { name, email } = me.secretary ?? {};
  return (
    <Alert color="yellow" variant="light" title={t('meeting.noSeat')} data-testid="no-seat">
      <Text size="sm">{t('meeting.noSeatHint')}</Text>
      {name && (
        <Text size="sm">
          {t('meeting.askSecretary', { name })} {email && <Anchor href={`mailto:${email}`}>{email}</Anchor>}
        </Text>
      )}
    </Alert>
  );
}

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
      cell: (m) => <MeetingState meeting={m} />,
    },
  ];
}
