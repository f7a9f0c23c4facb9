// What happened to an organization's seat, the latest first.
import { Anchor, Card, Text, Timeline, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';

type SeatEvent = Schemas['SeatEvent'];

export function History({ events }: { events: SeatEvent[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('organization.history')}>
      <Title order={2} size="h4" mb="md">
        {t('organization.history')}
      </Title>
      <Timeline bulletSize={14} lineWidth={2}>
        {events.map((event, i) => (
          <Timeline.Item key={i} title={<Happened event={event} />}>
            <Text size="sm" c="dimmed">
              <When time={event.at} dateOnly={event.what !== 'voted'} />
              {event.until && (
                <>
                  {' – '}
                  <When time={event.until} dateOnly />
                </>
              )}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}

function Happened({ event }: { event: SeatEvent }) {
  const { t } = useTranslation();
  const words = t(`organization.happened.${event.what}`, {
    name: event.person ?? t('erased'),
    title: event.title ?? t('erased'),
  });
  if (event.motion === undefined) return <>{words}</>;
  return (
    <Anchor component={Link} to="/decisions" inherit>
      {words}
    </Anchor>
  );
}
