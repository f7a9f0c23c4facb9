// When a group meets: its Lead calls it together, changes a meeting until it begins, or calls it off.
import { Badge, Card, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Contents } from '../../acts/content';
import type { Schemas } from '../../api/client';
import { LongTextField, TextField } from '../../components/fields';
import type { Moment } from '../../components/Moment';
import { instantOf, MomentIn, momentOf } from '../../components/Moment';
import { Safely } from '../../components/Safely';
import { isoOf, viewerZone, zones } from '../../components/time';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';

type Page = Schemas['GroupPage'];
type Meeting = Schemas['GroupMeeting'];

/** Nothing where there was none, and the reader can't call one. */
export function GroupMeetings({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { meetings, may } = group;
  if (meetings.length === 0 && !may.includes('call-group-meeting')) return null;
  return (
    <Card withBorder component="section" aria-label={t('group.meetings')} data-testid="group-meetings">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('group.meetings')}
        </Title>
        {may.includes('call-group-meeting') && <MeetingForm key={meetings.length} group={group} />}
      </Group>
      <ul className="plain-list spaced">
        {meetings.map((meeting) => (
          <li key={meeting.number}>
            <Safely>
              <OneMeeting meeting={meeting} group={group} />
            </Safely>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OneMeeting({ meeting, group }: { meeting: Meeting; group: Page }) {
  const { t } = useTranslation();
  const { content, starts, ends, time_zone: zone, called_off, may } = meeting;
  return (
    <>
      <Group gap="xs">
        <Text fw={600} td={called_off === null ? undefined : 'line-through'} className="breakable">
          {content?.title ?? t('erased')}
        </Text>
        {called_off !== null && <Badge color="gray">{t('group.calledOff')}</Badge>}
      </Group>
      <Text size="sm">
        <When time={starts} zone={zone} /> – <When time={ends} zone={zone} />
        {content?.place && ` · ${content.place}`}
      </Text>
      {content?.text && (
        <Text size="sm" className="wrap">
          {content.text}
        </Text>
      )}
      {called_off && (
        <Text size="sm" className="wrap">
          {called_off}
        </Text>
      )}
      <Group gap="xs" mt={4}>
        {may.includes('change-group-meeting') && (
          <MeetingForm key={`${starts} ${ends} ${content?.title}`} group={group} meeting={meeting} />
        )}
        {may.includes('call-off-group-meeting') && <CallOffForm group={group} meeting={meeting} />}
      </Group>
    </>
  );
}

interface Plan {
  title: string;
  place: string;
  text: string;
  zone: string;
  starts: Moment;
  ends: Moment;
}

const hour_ms = 3600_000;
const week_ms = 7 * 24 * hour_ms;

/** A week from now, for an hour, where there is none yet. */
function planOf(group: Page, meeting: Meeting | undefined, now: number): Plan {
  const zone = meeting?.time_zone ?? group.time_zone;
  const from = meeting ? Date.parse(meeting.starts) : Math.ceil((now + week_ms) / hour_ms) * hour_ms;
  return {
    title: meeting?.content?.title ?? '',
    place: meeting?.content?.place ?? '',
    text: meeting?.content?.text ?? '',
    zone,
    starts: momentOf(new Date(from), zone),
    ends: momentOf(new Date(meeting ? Date.parse(meeting.ends) : from + hour_ms), zone),
  };
}

/** What a plan says in the command. The form is not sent with a time that is none. */
function saidIn({ title, place, text, zone, starts, ends }: Plan, contents: Contents) {
  const details = { title, ...(place ? { place } : {}), ...(text ? { text } : {}) };
  const iso = (moment: Moment) => isoOf(instantOf(moment, zone) ?? new Date(NaN));
  return { details: contents.add(JSON.stringify(details)), starts: iso(starts), ends: iso(ends), time_zone: zone };
}

function MeetingForm({ group, meeting }: { group: Page; meeting?: Meeting }) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState(() => planOf(group, meeting, Date.now()));
  const change = (part: Partial<Plan>) => setPlan({ ...plan, ...part });
  return (
    <ActForm
      label={t(meeting ? 'group.changeMeeting' : 'group.callMeeting')}
      variant={meeting ? 'subtle' : 'light'}
      act={() => ({
        words: '',
        command: (contents): Command =>
          meeting
            ? { type: 'change-group-meeting', group: group.id, meeting: meeting.number, ...saidIn(plan, contents) }
            : { type: 'call-group-meeting', group: group.id, ...saidIn(plan, contents) },
      })}
    >
      <PlanFields plan={plan} onChange={change} />
    </ActForm>
  );
}

function PlanFields({ plan, onChange }: { plan: Plan; onChange: (part: Partial<Plan>) => void }) {
  const { t } = useTranslation();
  const { title, place, text, zone, starts, ends } = plan;
  return (
    <>
      <TextField
        required
        label={t('group.meetingTitle')}
        maxLength={300}
        value={title}
        onChange={(value) => onChange({ title: value })}
      />
      <TextField
        label={t('group.meetingPlace')}
        description={t('group.meetingPlaceHint')}
        maxLength={300}
        value={place}
        onChange={(value) => onChange({ place: value })}
      />
      <Select
        required
        searchable
        allowDeselect={false}
        label={t('group.meetingZone')}
        data={[...new Set([zone, viewerZone(), ...zones()])]}
        value={zone}
        onChange={(value) => value && onChange({ zone: value })}
      />
      <MomentIn
        required
        label={t('group.meetingStarts')}
        zone={zone}
        value={starts}
        onChange={(value) => onChange({ starts: value })}
      />
      <MomentIn
        required
        label={t('group.meetingEnds')}
        zone={zone}
        value={ends}
        onChange={(value) => onChange({ ends: value })}
      />
      <LongTextField
        label={t('group.meetingText')}
        maxLength={5000}
        value={text}
        onChange={(value) => onChange({ text: value })}
      />
    </>
  );
}

function CallOffForm({ group, meeting }: { group: Page; meeting: Meeting }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('group.callOff')}
      variant="subtle"
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'call-off-group-meeting',
          group: group.id,
          meeting: meeting.number,
          reason: contents.add(reason),
        }),
      })}
    >
      <LongTextField required label={t('reason')} maxLength={10000} value={reason} onChange={setReason} />
    </ActForm>
  );
}
