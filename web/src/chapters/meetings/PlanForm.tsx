// Plans a meeting, or changes one.
import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { LongTextField, MomentField, NumberField, TextField } from '../../components/fields';
import { isoOf, toLocal, toUtc, viewerZone, zones } from '../../components/time';

const kinds = ['symposium', 'mid-year', 'working-session', 'ad-hoc'] as const;
type Kind = (typeof kinds)[number];

export function PlanForm({ meeting }: { meeting?: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('ad-hoc');
  const [title, setTitle] = useState(meeting?.details?.title ?? '');
  const [place, setPlace] = useState(meeting?.details?.place ?? '');
  const [description, setDescription] = useState(meeting?.details?.description ?? '');
  const [zone, setZone] = useState<string | null>(meeting?.time_zone ?? viewerZone());
  const [starts, setStarts] = useState(() =>
    toLocal(meeting ? new Date(meeting.starts) : new Date(), zone ?? viewerZone()),
  );
  const [ends, setEnds] = useState(() =>
    toLocal(meeting ? new Date(meeting.ends) : new Date(Date.now() + 4 * 3600000), zone ?? viewerZone()),
  );
  const [capacity, setCapacity] = useState(meeting?.capacity ?? 20);
  const [hours, setHours] = useState((meeting?.commitment_minutes ?? 240) / 60);
  const act = (): Act => {
    const inZone = zone ?? viewerZone();
    return {
      words: '',
      command: (contents): Command => ({
        ...(meeting ? { type: 'change-meeting', meeting: meeting.id } : { type: 'plan-meeting', kind }),
        details: contents.add(JSON.stringify({ description, place, title })),
        starts: isoOf(toUtc(starts, inZone)),
        ends: isoOf(toUtc(ends, inZone)),
        time_zone: inZone,
        capacity,
        commitment_minutes: Math.round(hours * 60),
      }),
    };
  };
  const goThere = async (receipt: Schemas['Receipt']) => {
    const planned = receipt.acts[0] as { meeting?: number } | undefined;
    if (!meeting && planned?.meeting !== undefined)
      await navigate({ to: '/meetings/$id', params: { id: planned.meeting } });
  };
  return (
    <ActForm
      label={t(meeting ? 'meeting.change' : 'meeting.plan')}
      variant={meeting ? 'light' : 'filled'}
      act={act}
      onDone={goThere}
    >
      {!meeting && (
        <Select
          required
          label={t('meeting.kindTitle')}
          data={kinds.map((value) => ({
            value,
            label: t(`meeting.kind.${value}`),
          }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
      )}
      <TextField required label={t('meeting.title')} maxLength={200} value={title} onChange={setTitle} />
      <TextField required label={t('meeting.place')} maxLength={200} value={place} onChange={setPlace} />
      <Select required searchable label={t('meeting.zone')} data={zones()} value={zone} onChange={setZone} />
      <MomentField required label={t('meeting.starts')} value={starts} onChange={setStarts} />
      <MomentField required label={t('meeting.ends')} value={ends} onChange={setEnds} />
      <NumberField
        required
        label={t('meeting.capacity')}
        description={t('meeting.capacityHint')}
        min={0}
        value={capacity}
        onChange={setCapacity}
      />
      <NumberField
        required
        label={t('meeting.commitment')}
        description={t('meeting.commitmentHint')}
        min={0.5}
        step={0.5}
        value={hours}
        onChange={setHours}
      />
      <LongTextField
        label={t('meeting.description')}

        maxLength={10000}
        value={description}
        onChange={setDescription}
      />
    </ActForm>
  );
}
