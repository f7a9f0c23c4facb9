// For the Secretary: the seats that nobody holds, in one card, for there are many at first.
import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import type { Task } from '../chapter';

export function VacantSeats({ tasks }: { tasks: Task[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t('desk.vacantSeats', { count: tasks.length })}
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        {t('desk.vacantHint')}
      </Text>
      <Group gap="xs">
        {tasks.map(({ about }) => (
          <Badge
            key={about.organization}
            variant="light"
            tt="none"
            size="lg"
            component={Link}
            to={`/organizations/${about.organization}`}
            className="plain-link"
          >
            {about.title}
          </Badge>
        ))}
      </Group>
    </Card>
  );
}
