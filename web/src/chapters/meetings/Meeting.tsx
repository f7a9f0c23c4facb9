// One meeting: its programme, who is invited, and its sessions, live while they run.
import { Alert, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { meetingQuery } from './queries';
import { Between } from '../../components/Between';
import { DaysLeft } from '../../components/DaysLeft';
import { LinkOnce } from '../../components/LinkOnce';
import { Query } from '../../components/Query';
import { WhoIsWritten } from '../mail/shared';
import { Invitations, InviteForm } from '../membership/shared';
import { Coming } from './Coming';
import { Guests } from './Guests';
import { LinkForm, useLinksInTime } from './Joining';
import { CommitteeForm, GuestForm } from './PeopleForms';
import { hasOpenDay } from './layout';
import { PlanForm } from './PlanForm';
import { SessionForm } from './SessionForms';
import { isAhead } from './stateOf';
import { SessionCard } from './SessionCard';
import { LongTextField } from '../../components/fields';
import '../../locales/sentences';
import './words';
import { MeetingState } from './MeetingState';

type Page = Schemas['Meeting'];

export function Meeting() {
  const { id } = useParams({ from: '/shell/meetings/$id' });
  return <Query of={meetingQuery(id)}>{(meeting) => <Content meeting={meeting} />}</Query>;
}

function Content({ meeting }: { meeting: Page }) {
  const { t } = useTranslation();
  useLinksInTime(meeting);
  return (
    <Stack maw={1000}>
      <Group>
        <Title order={1}>{meeting.details?.title ?? t('erased')}</Title>
        <Badge tt="none" variant="light">
          {t(`meeting.kind.${meeting.kind}`)}
        </Badge>
        <MeetingState meeting={meeting} />
      </Group>
      <Text component="div">
        <Between starts={meeting.starts} ends={meeting.ends} zone={meeting.time_zone} />
        {meeting.details?.place ? ` · ${meeting.details.place}` : ''}{' '}
        {isAhead(meeting) && <DaysLeft until={meeting.starts} />}
      </Text>
      <Sessions meeting={meeting} those={meeting.sessions.filter(({ live }) => live)} />
      <Text c="dimmed" size="sm">
        {t('meeting.costs', { hours: meeting.commitment_minutes / 60 })}{' '}
        {t('meeting.places', { confirmed: meeting.confirmed, capacity: meeting.capacity })}
      </Text>
      {meeting.details?.description && <Text className="wrap">{meeting.details.description}</Text>}
      {meeting.reason && (
        <Alert color="red" variant="light">
          {t('meeting.cancelledBecause', { reason: meeting.reason })}
        </Alert>
      )}
      {meeting.committee.length > 0 && (
        <Text size="sm">
          {t('meeting.committee', { names: meeting.committee.map((person) => person.name ?? t('erased')).join(', ') })}
        </Text>
      )}
      <Actions meeting={meeting} />
      {meeting.may.includes('accept-discretion') && <Discretion meeting={meeting} />}
      <Coming meeting={meeting.id} />
      {meeting.sessions.length === 0 && <Text c="dimmed">{t('session.none')}</Text>}
      <Sessions meeting={meeting} those={meeting.sessions.filter(({ live }) => !live)} />
      <Guests meeting={meeting} />
      <Invitations meeting={meeting} />
    </Stack>
  );
}

/** What runs stands above all that is planned. */
function Sessions({ meeting, those }: { meeting: Page; those: Page['sessions'] }) {
  return those.map((session) => <SessionCard key={session.id} session={session} meeting={meeting} />);
}

function Actions({ meeting }: { meeting: Page }) {
  const { t } = useTranslation();
  const [guestLink, setGuestLink] = useState<string>();
  const title = meeting.details?.title ?? '';
  const { id, may } = meeting;
  return (
    <>
      {meeting.not_yet && <NotYet why={meeting.not_yet} />}
      {meeting.kind === 'symposium' && may.includes('add-session') && !hasOpenDay(meeting.sessions) && (
        <Alert color="yellow" variant="light" data-testid="no-open-day">
          {t('symposium.noOpenDay')}
        </Alert>
      )}
      <Group>
        {may.includes('publish-meeting') && (
          <ActButton
            size="sm"
            words={t('words.publish-meeting', { title })}
            command={{ type: 'publish-meeting', meeting: id }}
          >
            {t('meeting.publish')}
          </ActButton>
        )}
        {may.includes('add-session') && <SessionForm meeting={meeting} />}
        {may.includes('change-meeting') && <PlanForm meeting={meeting} />}
        {meeting.has_link !== undefined && <LinkForm place={{ meeting: id }} isSet={meeting.has_link} />}
        {may.includes('invite-representative') && <InviteForm meeting={id} />}
        {may.includes('appoint-symposium-committee') && <CommitteeForm meeting={meeting} />}
        {may.includes('admit-guest') && <GuestForm meeting={meeting} onLink={setGuestLink} />}
        {may.includes('cancel-meeting') && <CancelForm meeting={id} title={title} />}
      </Group>
      {may.includes('publish-meeting') && <WhoIsWritten command={{ type: 'publish-meeting', meeting: id }} />}
      <LinkOnce
        title={t('meeting.guestLink')}
        hint={t('guests.linkHint')}
        link={guestLink}
        onClose={() => setGuestLink(undefined)}
      />
    </>
  );
}

/** What still keeps the meeting from being announced. */
function NotYet({ why: { key, values, clause } }: { why: NonNullable<Page['not_yet']> }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" variant="light" title={clause ? t('clauseNumber', { number: clause }) : undefined}>
      {t(`problem.${key}`, values ?? {})}
    </Alert>
  );
}

/** A text of which it is not known yet what it says. */
const unwritten = 'A'.repeat(43);

function CancelForm({ meeting, title }: { meeting: number; title: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('meeting.cancel')}
      color="red"
      variant="subtle"
      act={() => ({
        words: t('words.cancel-meeting', { title }),
        command: (contents): Command => ({ type: 'cancel-meeting', meeting, reason: contents.add(reason) }),
      })}
    >
      <LongTextField required label={t('reason')} value={reason} onChange={setReason} />
      <WhoIsWritten command={{ type: 'cancel-meeting', meeting, reason: unwritten }} />
    </ActForm>
  );
}

function Discretion({ meeting }: { meeting: Page }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t('meeting.discretion')}
      </Title>
      <Text my="sm">{meeting.discretion_notice}</Text>
      <Group>
        <ActButton command={{ type: 'accept-discretion', meeting: meeting.id }}>
          {t('meeting.acceptDiscretion')}
        </ActButton>
      </Group>
    </Card>
  );
}
