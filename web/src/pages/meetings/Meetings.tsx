// The year's meetings.
import { Badge, Card, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { queries } from '../../api/queries';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { PlanForm } from './MeetingForms';

export function Meetings() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('nav.meetings')}</Title>
      <Query of={queries.meetings}>
        {({ meetings, may }) => (
          <Card withBorder>
            <DataTable
              label={t('nav.meetings')}
              rows={meetings}
              rowKey={(row) => row.id}
              empty={t(may.includes('plan-meeting') ? 'meeting.nonePlan' : 'meeting.none')}
              sortBy="starts"
              descending
              aside={may.includes('plan-meeting') ? <PlanForm /> : undefined}
              columns={[
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
                  text: (m) => t(`meeting.state.${m.live ? 'live' : m.state}`),
                  cell: (m) => (
                    <Badge
                      tt="none"
                      variant="light"
                      color={m.live ? 'red' : m.state === 'published' ? 'ocean' : 'gray'}
                    >
                      {t(`meeting.state.${m.live ? 'live' : m.state}`)}
                    </Badge>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Query>
    </Stack>
  );
}
