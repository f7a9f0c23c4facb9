// What is live, what awaits me and by when, and what is coming.
import { Button, Card, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { atDesk, taskKinds } from '../index';
import { useLookedAt } from '../mail/shared';
import { MeetingCard } from '../meetings/shared';
import { Notices, RecoveryAsked } from './Notices';
import { useSeeNews } from './news';
import { deskQuery } from './queries';
import { Tasks } from './Tasks';
import { UnderWay } from '../meetings/shared';

/** For the committee alone. */
const Others = lazy(() => import('./Others').then((its) => ({ default: its.Others })));

export function Desk() {
  return <Query of={deskQuery}>{(desk) => <Content desk={desk} />}</Query>;
}

function Content({ desk }: { desk: Schemas['Desk'] }) {
  const { t } = useTranslation();
  const { tasks, notices, recovery_asked, meetings } = desk;
  useLookedAt(desk);
  useSeeNews(desk);
  const office = officeOf(useMe().data?.roles ?? []);
  const inTime = [...meetings].sort((a, b) => a.starts.localeCompare(b.starts));
  const live = inTime.filter((meeting) => meeting.live);
  const coming = inTime.filter((meeting) => !meeting.live);
  return (
    <Stack maw={900}>
      <Title order={1}>{t('nav.desk')}</Title>
      {recovery_asked && <RecoveryAsked at={recovery_asked} />}
      {live.map((meeting) => (
        <Safely key={meeting.id}>
          <LiveNow meeting={meeting} />
        </Safely>
      ))}
      {tasks.length === 0 && live.length === 0 && <Nothing />}
      <Tasks tasks={tasks} kinds={taskKinds} />
      {office && (
        <Safely>
          <Suspense fallback={null}>
            <Others own={office} />
          </Suspense>
        </Safely>
      )}
      {atDesk.map(({ name, Part }) => (
        <Safely key={name}>
          <Part />
        </Safely>
      ))}
      <Notices notices={notices} />
      <Coming meetings={coming} />
    </Stack>
  );
}

function officeOf(roles: Schemas['Me']['roles']) {
  if (roles.includes('secretary')) return 'secretary';
  return roles.includes('co-chair') ? 'co-chairs' : undefined;
}

/** A session runs: nothing is more urgent. */
function LiveNow({ meeting }: { meeting: Schemas['MeetingHead'] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder data-testid="live-now">
      <Group justify="space-between">
        <div>
          <UnderWay />
          <Text fw={600} mt={4}>
            {meeting.details?.title ?? t('erased')}
          </Text>
        </div>
        <Button size="md" renderRoot={(props) => <Link to="/meetings/$id" params={{ id: meeting.id }} {...props} />}>
          {t('desk.join')}
        </Button>
      </Group>
    </Card>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Group>
        <ThemeIcon variant="light" color="green" size="lg">
          <IconCircleCheck size={20} aria-hidden />
        </ThemeIcon>
        <Text>{t('desk.nothing')}</Text>
      </Group>
    </Card>
  );
}

function Coming({ meetings }: { meetings: Schemas['MeetingHead'][] }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={2} size="h3" mt="md">
        {t('desk.meetings')}
      </Title>
      {meetings.length === 0 ? (
        <Text c="dimmed">{t('desk.noMeetings')}</Text>
      ) : (
        <List
          listStyleType="none"
          spacing="sm"
          styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
        >
          {meetings.map((meeting) => (
            <List.Item key={meeting.id}>
              <Safely>
                <MeetingCard meeting={meeting} />
              </Safely>
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
