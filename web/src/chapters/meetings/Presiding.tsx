// The room as whoever presides needs it: what is asked, who votes for whom and who is missing, the agenda by one key, and the screen.
import { Alert, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { Between } from '../../components/Between';
import { useCrumb } from '../../components/crumb';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { MotionCard } from '../decisions/shared';
import { CloseSession } from './Closing';
import { NowOnAgenda } from './NowOnAgenda';
import { Moves } from './SessionMoves';
import { SessionOf } from './SessionOf';
import { SpeakersList } from './SpeakersList';
import { WhoVotes } from './WhoVotes';
import './presidingWords';
import { UnderWay } from './MeetingState';

type Meeting = Schemas['Meeting'];
type Session = Schemas['MeetingSession'];

export function Presiding() {
  const { id, session: asked } = useParams({ from: '/shell/meetings/$id/room/$session' });
  return (
    <SessionOf id={id} session={asked}>
      {(meeting, session) => <Room meeting={meeting} session={session} />}
    </SessionOf>
  );
}

function Room({ meeting, session }: { meeting: Meeting; session: Session }) {
  const { t } = useTranslation();
  const title = session.title ?? t('erased');
  const open = session.motions.filter(({ state }) => state === 'open');
  const proposed = session.motions.filter(({ state }) => state === 'proposed' || state === 'balloted');
  const decided = session.motions.filter(({ state }) => state === 'closed').slice(-1);
  useCrumb({ to: `/meetings/${meeting.id}`, label: meeting.details?.title ?? t('erased') });
  return (
    <Stack>
      <Heading meeting={meeting} session={session} title={title} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack>
            <Motions motions={open} />
            {session.kind === 'executive' && open.length === 0 && (
              <Alert variant="light" color="gray">
                {t('presiding.noMotion')}
              </Alert>
            )}
            <Moves session={session} title={title} meeting={meeting} />
            {session.live && <CloseSession session={session} title={title} meeting={meeting.id} />}
            <Motions motions={proposed} />
            <Motions motions={decided} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack>
            <NowOnAgenda session={session} zone={meeting.time_zone} />
            <SpeakersList session={session} />
            {session.live && <WhoVotes session={session} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Heading({ meeting, session, title }: { meeting: Meeting; session: Session; title: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between">
        <div>
          <Group>
            <Title order={1}>{t('presiding.title', { session: title })}</Title>
            {session.live && <UnderWay />}
          </Group>
          <Text size="sm" c="dimmed">
            <Between starts={session.starts} ends={session.ends} zone={meeting.time_zone} />
          </Text>
        </div>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/meetings/$id/screen/$session"
              params={{ id: meeting.id, session: session.id }}
              target="_blank"
              {...props}
            />
          )}
        >
          {t('presiding.screen')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('presiding.screenHint')}
      </Text>
    </div>
  );
}

function Motions({ motions }: { motions: Session['motions'] }) {
  return motions.map((motion) => (
    <Safely key={motion.id}>
      <MotionCard motion={motion} />
    </Safely>
  ));
}
