import { Badge, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DaysLeft } from '../../components/DaysLeft';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { isAhead } from './stateOf';
import { UnderWay } from './MeetingState';

export function MeetingCard({ meeting }: { meeting: Schemas['MeetingHead'] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component={Link} to={`/meetings/${meeting.id}`} className="plain-link">
      <Group justify="space-between">
        <Text fw={600}>{meeting.details?.title ?? t('erased')}</Text>
        <Group gap="xs">
          {meeting.live && <UnderWay />}
          <Badge tt="none" variant="light">
            {t(`meeting.kind.${meeting.kind}`)}
          </Badge>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" component="div">
        <When time={meeting.starts} zone={meeting.time_zone} weekday />
        {meeting.details?.place ? ` · ${meeting.details.place}` : ''}{' '}
        {isAhead(meeting) && <DaysLeft until={meeting.starts} />}
      </Text>
    </Card>
  );
}
