// The tasks at the desk, each as its chapter says.
import { Button, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';

import { DaysLeft } from '../../components/DaysLeft';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { Task, TaskKind, TaskKinds } from '../chapter';

export function Tasks({ tasks, kinds }: { tasks: Task[]; kinds: TaskKinds }) {
  const together = Object.entries(kinds).flatMap(([kind, { Together }]) => {
    const those = tasks.filter((task) => task.kind === kind);
    return Together && those.length > 0 ? [{ kind, Together, those }] : [];
  });
  return (
    <Suspense fallback={null}>
      {tasks
        .filter(({ kind }) => !kinds[kind]?.Together)
        .map((task, i) => (
          <Safely key={i}>
            <TaskCard task={task} its={kinds[task.kind]} />
          </Safely>
        ))}
      {together.map(({ kind, Together, those }) => (
        <Safely key={kind}>
          <Together tasks={those} />
        </Safely>
      ))}
    </Suspense>
  );
}

/** A kind that no chapter knows is a newer server's; it is told, and leads nowhere. */
function TaskCard({ task, its }: { task: Task; its: TaskKind | undefined }) {
  const { t } = useTranslation();
  const { title, position } = task.about;
  return (
    <Card withBorder data-testid={`task-${task.kind}`}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t(`desk.task.${task.kind}`, { title: title ?? '', position: (position ?? 0) + 1 })}</Text>
          {task.by && (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {t('desk.by')} <When time={task.by} weekday />
              </Text>
              <DaysLeft until={task.by} />
            </Group>
          )}
        </div>
        {its?.Action && (
          <Suspense fallback={null}>
            <its.Action task={task} />
          </Suspense>
        )}
        {its && !its.Action && (
          <Button component={Link} to={its.to(task.about)} hash={its.hash} variant="light">
            {t('desk.go')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
