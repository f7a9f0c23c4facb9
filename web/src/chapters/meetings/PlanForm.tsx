// Plans a meeting, or changes one.
import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Contents } from '../../acts/content';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { LongTextField, NumberField, TextField } from '../../components/fields';
import type { Moment } from '../../components/Moment';
import { MomentIn, momentOf } from '../../components/Moment';
import { viewerZone, zones } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import { timesOf } from './times';

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

const meetingHours = 4;

function planOf(meeting: Schemas['Meeting'] | undefined): Plan {
  const zone = meeting?.time_zone ?? viewerZone();
  const now = Date.now();
  return {
    title: meeting?.details?.title ?? '',
    place: meeting?.details?.place ?? '',
    description: meeting?.details?.description ?? '',
    zone,
    starts: momentOf(new Date(meeting?.starts ?? now), zone),
    ends: momentOf(new Date(meeting?.ends ?? now + meetingHours * 3600000), zone),
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
  const [kind, setKind] = useState<Kind>('ad-hoc');
  const [plan, setPlan] = useState(() => planOf(meeting));
  const act = (): Act => ({
    words: '',
    command: (contents): Command =>
      meeting
        ? { type: 'change-meeting', meeting: meeting.id, ...saidIn(plan, contents) }
        : { type: 'plan-meeting', kind, ...saidIn(plan, contents) },
  });
  const goThere = async (receipt: Schemas['Receipt']) => {
    // Not the first of the acts: the key of a sign-in enters the record before what it signs.
    const planned = receipt.acts.find((one) => one.type === 'meeting-planned');
    if (planned) await navigate({ to: '/meetings/$id', params: { id: planned.meeting } });
  };
  return (
    <ActForm label={t(meeting ? 'meeting.change' : 'meeting.plan')} variant="light" act={act} onDone={goThere}>
      {!meeting && (
        <Select
          required
          label={t('meeting.kindTitle')}
          data={kinds.map((value) => ({ value, label: t(`meeting.kind.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
      )}
      <PlanFields plan={plan} onChange={(changed) => setPlan({ ...plan, ...changed })} />
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
      <TextField required label={t('meeting.title')} maxLength={200} {...of('title')} />
      <TextField required label={t('meeting.place')} maxLength={200} {...of('place')} />
      <Select
        required
        searchable
        label={t('meeting.zone')}
        data={zones()}
        value={plan.zone}
        onChange={(zone) => zone && onChange({ zone })}
      />
      <MomentIn required label={t('meeting.starts')} zone={plan.zone} {...of('starts')} />
      <MomentIn required label={t('meeting.ends')} zone={plan.zone} {...of('ends')} />
      <NumberField
        required
        label={t('meeting.capacity')}
        description={t('meeting.capacityHint')}
        min={0}
        {...of('capacity')}
      />
      <NumberField
        required
        label={t('meeting.commitment')}
        description={t('meeting.commitmentHint')}
        min={0.5}
        step={0.5}
        {...of('hours')}
      />
      <LongTextField label={t('meeting.description')} maxLength={10000} {...of('description')} />
    </>
  );
}
