// What awaits me, and by when.
import { Badge, Button, Card, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { queries } from '../../api/queries';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { MeetingCard } from '../meetings/MeetingCard';

type Task = Schemas['DeskTask'];

const placeOf = (task: Task) => {
  if (task.about.election !== undefined) return `/elections/${task.about.election}`;
  if (task.about.organization !== undefined) return `/organizations/${task.about.organization}`;
  if (task.about.meeting !== undefined) return `/meetings/${task.about.meeting}`;
  if (task.kind === 'seat-co-chair') return '/people';
  return '/decisions';
};

export function Desk() {
  const { t } = useTranslation();
  return (
    <Query of={queries.desk}>
      {({ tasks, meetings }) => {
        const vacant = tasks.filter((task) => task.kind === 'vacant-seat');
        const others = tasks.filter((task) => task.kind !== 'vacant-seat');
        return (
          <Stack maw={900}>
            <Title order={1}>{t('nav.desk')}</Title>
            {tasks.length === 0 && (
              <Card withBorder>
                <Group>
                  <ThemeIcon variant="light" color="green" size="lg">
                    <IconCircleCheck size={20} aria-hidden />
                  </ThemeIcon>
                  <Text>{t('desk.nothing')}</Text>
                </Group>
              </Card>
            )}
            {others.map((task, i) => (
              <TaskCard key={i} task={task} />
            ))}
            {vacant.length > 0 && (
              <Card withBorder>
                <Title order={2} size="h4">
                  {t('desk.vacantSeats', { count: vacant.length })}
                </Title>
                <Text c="dimmed" size="sm" mb="xs">
                  {t('desk.vacantHint')}
                </Text>
                <Group gap="xs">
                  {vacant.map((task) => (
                    <Badge
                      key={task.about.organization}
                      variant="light"
                      tt="none"
                      size="lg"
                      component={Link}
                      to={placeOf(task)}
                      className="plain-link"
                    >
                      {task.about.title}
                    </Badge>
                  ))}
                </Group>
              </Card>
            )}
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
                    <MeetingCard meeting={meeting} />
                  </List.Item>
                ))}
              </List>
            )}
          </Stack>
        );
      }}
    </Query>
  );
}

function TaskCard({ task }: { task: Task }) {
  const { t } = useTranslation();
  const perform = useAct();
  const title = task.about.title ?? '';
  return (
    <Card withBorder data-testid={`task-${task.kind}`}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t(`desk.task.${task.kind}`, { title, position: (task.about.position ?? 0) + 1 })}</Text>
          {task.about.code && <Text size="sm">{t('desk.recoveryCode', { code: task.about.code })}</Text>}
          {task.by && (
            <Text size="sm" c="dimmed">
              {t('desk.by')} <When time={task.by} />
            </Text>
          )}
        </div>
        {task.kind === 'confirm-recovery' ? (
          <Button
            onClick={() =>
              void perform({
                words: t('words.confirm-recovery', { name: title, code: task.about.code }),
                command: () => ({ type: 'confirm-recovery', person: task.about.person }),
              })
            }
          >
            {t('desk.confirm')}
          </Button>
        ) : (
          <Button component={Link} to={placeOf(task)} variant="light">
            {t('desk.go')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
