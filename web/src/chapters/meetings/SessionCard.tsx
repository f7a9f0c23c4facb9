// One session: agenda, and while it is live who is here, the quorum and the motions.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { Between } from '../../components/Between';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { MotionCard } from '../decisions/shared';
import { Agenda } from './Agenda';
import { CloseSession } from './Closing';
import { FloorLinks } from './FloorLinks';
import { Join } from './Joining';
import { Room } from './Room';
import type { Frame } from './SessionForms';
import { Moves } from './SessionMoves';
import { Speakers } from './Speakers';
import { useFloor } from './useFloor';
import './words';
import { UnderWay } from './MeetingState';

type Session = Schemas['MeetingSession'];

export function SessionCard({ session, meeting }: { session: Session; meeting: Frame }) {
  const { t } = useTranslation();
  const zone = meeting.time_zone;
  const title = session.title ?? t('erased');
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack>
        <Heading session={session} zone={zone} title={title} />
        {!session.closed_at && <FloorLinks session={session} meeting={meeting.id} />}
        {session.join && <Join join={session.join} zone={zone} title={title} />}
        <Motions motions={session.motions.filter(isAsked)} />
        {session.live && <Moves session={session} title={title} meeting={meeting} />}
        {session.live && <Room session={session} />}
        {session.live && <Speakers session={session} />}
        {session.live ? <RunningAgenda session={session} zone={zone} /> : <Agenda session={session} zone={zone} />}
        {!session.live && <Moves session={session} title={title} meeting={meeting} />}
        {session.live && <CloseSession session={session} title={title} meeting={meeting.id} />}
        <Motions motions={session.motions.filter((motion) => !isAsked(motion))} />
      </Stack>
    </Card>
  );
}

/** Where it is said, it shows at which item the session is. */
function RunningAgenda({ session, zone }: { session: Session; zone: string }) {
  const { at } = useFloor(session);
  return <Agenda session={session} zone={zone} at={session.agenda[at]?.item ?? null} />;
}

/** Whoever is asked something now finds it first, on a phone as well. */
const isAsked = ({ state }: Session['motions'][number]) => state === 'open';

function Motions({ motions }: { motions: Session['motions'] }) {
  return motions.map((motion) => (
    <Safely key={motion.id}>
      <MotionCard motion={motion} />
    </Safely>
  ));
}

function Heading({ session, zone, title }: { session: Session; zone: string; title: string }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <div>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          <Between starts={session.starts} ends={session.ends} zone={zone} />
        </Text>
      </div>
      <Group gap="xs">
        <Badge tt="none" variant="light">
          {t(`session.kind.${session.kind}`)}
        </Badge>
        {session.live && <UnderWay />}
        {session.closed_at && (
          <Badge tt="none" color="gray" variant="light">
            {t('session.closed')}
          </Badge>
        )}
      </Group>
    </Group>
  );
}
