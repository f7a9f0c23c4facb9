// Plans a meeting, or changes one.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Contents } from '../../acts/content';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { LongTextField, NumberField, SelectField, TextField } from '../../components/fields';
import type { Moment } from '../../components/Moment';
import { MomentIn, momentOf } from '../../components/Moment';
import { viewerZone, zones } from '../../components/time';
import { useAskedFor } from '../../components/useAskedFor';
import { useTranslation } from '../../locales/i18n';
import { charterQuery } from '../record/shared';
import { nextMorning } from './layout';
import { timesOf } from './times';
import { planMeeting } from './toForms';

const kinds = ['symposium', 'mid-year', 'working-session', 'ad-hoc'] as const;
type Kind = (typeof kinds)[number];

interface Plan {
  title: string;
  place: string;
  description: string;
  zone: string;
  /** On the clocks of the zone. */
  starts: Moment;
  ends: Moment;
  capacity: number;
  hours: number;
}

const meetingHours = 2;

function planOf(meeting: Schemas['Meeting'] | undefined, rest: number[] | undefined): Plan {
  const zone = meeting?.time_zone ?? viewerZone();
  const morning = nextMorning(new Date(), zone, meetingHours, rest);
  return {
    title: meeting?.details?.title ?? '',
    place: meeting?.details?.place ?? '',
    description: meeting?.details?.description ?? '',
    zone,
    starts: momentOf(meeting ? new Date(meeting.starts) : morning.starts, zone),
    ends: momentOf(meeting ? new Date(meeting.ends) : morning.ends, zone),
    capacity: meeting?.capacity ?? 20,
    hours: meeting ? meeting.commitment_minutes / 60 : meetingHours,
  };
}

/** What a plan says in the command. */
const saidIn = ({ title, place, description, zone, starts, ends, capacity, hours }: Plan, contents: Contents) => ({
  details: contents.add(JSON.stringify({ description, place, title })),
  ...timesOf(starts, ends, zone),
  time_zone: zone,
  capacity,
  commitment_minutes: Math.round(hours * 60),
});

export function PlanForm({ meeting }: { meeting?: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asked = useAskedFor(meeting ? undefined : planMeeting);
  const [kind, setKind] = useState<Kind>('ad-hoc');
  const rest = useQuery(charterQuery).data?.periods.rest_days;
  const draft = useDraft(meeting ? `meeting ${meeting.id}` : 'meeting', planOf(meeting, rest));
  const plan = draft.value;
  const act = (): Act => ({
    words: '',
    command: (contents): Command =>
      meeting
        ? { type: 'change-meeting', meeting: meeting.id, ...saidIn(plan, contents) }
        : { type: 'plan-meeting', kind, ...saidIn(plan, contents) },
  });
  const goThere = async (receipt: Schemas['Receipt']) => {
    draft.drop();
    // Not the first of the acts: the key of a sign-in enters the record before what it signs.
    const planned = receipt.acts.find((one) => one.type === 'meeting-planned');
    if (planned) await navigate({ to: '/meetings/$id', params: { id: planned.meeting } });
  };
  return (
    <ActForm
      {...asked}
      label={t(meeting ? 'meeting.change' : 'meeting.plan')}
      variant="light"
      act={act}
      onDone={goThere}
    >
      {!meeting && (
        <Select
          required
          label={t('meeting.kindTitle')}
          data={kinds.map((value) => ({ value, label: t(`meeting.kind.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
      )}
      <DraftNote draft={draft} />
      <PlanFields plan={plan} onChange={draft.change} />
    </ActForm>
  );
}

function PlanFields({ plan, onChange }: { plan: Plan; onChange: (changed: Partial<Plan>) => void }) {
  const { t } = useTranslation();
  /** For a field of this name. */
  const of = <Name extends keyof Plan>(name: Name) => ({
    value: plan[name],
    onChange: (value: Plan[Name]) => onChange({ [name]: value }),
  });
  return (
    <>
      <TextField required label={t('meeting.title')} maxLength={200} field="title" {...of('title')} />
      <TextField required label={t('meeting.place')} maxLength={200} field="place" {...of('place')} />
      <SelectField
        required
        searchable
        field="time_zone"
        label={t('meeting.zone')}
        data={zones()}
        value={plan.zone}
        onChange={(zone) => zone && onChange({ zone })}
      />
      <MomentIn required label={t('meeting.starts')} field="starts" zone={plan.zone} {...of('starts')} />
      <MomentIn required label={t('meeting.ends')} field="ends" zone={plan.zone} {...of('ends')} />
      <NumberField
        required
        label={t('meeting.capacity')}
        description={t('meeting.capacityHint')}
        min={0}
        field="capacity"
        {...of('capacity')}
      />
      <NumberField
        required
        label={t('meeting.commitment')}
        description={t('meeting.commitmentHint')}
        min={0.5}
        step={0.5}
        field="commitment_minutes"
        {...of('hours')}
      />
      <LongTextField label={t('meeting.description')} maxLength={10000} field="description" {...of('description')} />
    </>
  );
}
