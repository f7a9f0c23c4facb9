// One session: agenda, and while it is live who is here, the quorum and the motions.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { Between } from '../../components/Between';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { AmendmentForm, MotionCard, MotionForm } from '../decisions/shared';
import { Agenda } from './Agenda';
import { CloseSession } from './Closing';
import { Join, LinkForm } from './Joining';
import { Room } from './Room';
import type { Frame } from './SessionForms';
import { AgendaForm, ChangeSessionForm } from './SessionForms';
import './words';

type Session = Schemas['MeetingSession'];

export function SessionCard({ session, meeting }: { session: Session; meeting: Frame }) {
  const { t } = useTranslation();
  const zone = meeting.time_zone;
  const title = session.title ?? t('erased');
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack>
        <Heading session={session} zone={zone} title={title} />
        {session.join && <Join join={session.join} zone={zone} title={title} />}
        <Motions motions={session.motions.filter(isAsked)} />
        {session.live && <Moves session={session} title={title} meeting={meeting} />}
        {session.live && <Room session={session} />}
        <Agenda session={session} zone={zone} />
        {!session.live && <Moves session={session} title={title} meeting={meeting} />}
        {session.live && <CloseSession session={session} title={title} meeting={meeting.id} />}
        <Motions motions={session.motions.filter((motion) => !isAsked(motion))} />
      </Stack>
    </Card>
  );
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
        {session.live && (
          <Badge tt="none" color="red.9">
            {t('meeting.live')}
          </Badge>
        )}
        {session.closed_at && (
          <Badge tt="none" color="gray" variant="light">
            {t('session.closed')}
          </Badge>
        )}
      </Group>
    </Group>
  );
}

/** What the reader may do in a session, or with it. */
function Moves({ session, title, meeting }: { session: Session; title: string; meeting: Frame }) {
  const { t } = useTranslation();
  const { id, may } = session;
  return (
    <Group>
      {may.includes('open-session') && (
        <ActButton words={t('words.open-session', { title })} command={{ type: 'open-session', session: id }}>
          {t('session.open')}
        </ActButton>
      )}
      {may.includes('enter-session') && (
        <ActButton command={{ type: 'enter-session', session: id }}>{t('session.enter')}</ActButton>
      )}
      {may.includes('leave-session') && (
        <ActButton variant="default" command={{ type: 'leave-session', session: id }}>
          {t('session.leave')}
        </ActButton>
      )}
      {may.includes('propose-motion') && session.kind === 'executive' && (
        <>
          <MotionForm session={id} />
          <AmendmentForm session={id} />
        </>
      )}
      {may.includes('add-agenda-item') && <AgendaForm session={id} />}
      {may.includes('change-session') && <ChangeSessionForm session={session} meeting={meeting} />}
      {session.has_link !== undefined && !session.closed_at && (
        <LinkForm place={{ meeting: meeting.id, session: id }} isSet={session.has_link} />
      )}
      {may.includes('remove-session') && (
        <ActButton variant="subtle" color="red" command={{ type: 'remove-session', session: id }}>
          {t('session.remove')}
        </ActButton>
      )}
    </Group>
  );
}
