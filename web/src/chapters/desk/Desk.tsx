// What awaits me, and by when.
import { Card, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';
import { Loaded } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { taskKinds } from '../index';
import { useLookedAt } from '../mail/shared';
import { MeetingCard } from '../meetings/shared';
import { Notices, RecoveryAsked } from './Notices';
import { deskQuery } from './queries';
import { Tasks } from './Tasks';

export function Desk() {
  const { t } = useTranslation();
  const desk = useQuery(deskQuery);
  useLookedAt(desk.data);
  return (
    <Loaded {...desk}>
      {({ tasks, notices, recovery_asked, meetings }) => (
        <Stack maw={900}>
          <Title order={1}>{t('nav.desk')}</Title>
          {recovery_asked && <RecoveryAsked at={recovery_asked} />}
          {tasks.length === 0 && <Nothing />}
          <Tasks tasks={tasks} kinds={taskKinds} />
          <Notices notices={notices} />
          <Coming meetings={meetings} />
        </Stack>
      )}
    </Loaded>
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
