// Plans a symposium with its days in one step, laid out as most are or as an earlier one was.
import { Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { DaysLeft } from '../../components/DaysLeft';
import { DayField, NumberField, TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { toUtc, viewerZone, zones } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import type { Planned } from './layout';
import { daysFrom, firstDayAfter, likeThose, spanOf } from './layout';
import { meetingQuery } from './queries';
import './words';

type Head = Schemas['MeetingHead'];

/** Notice has time to be given, and travel to be booked. */
const ahead_days = 45;
const hoursOfDay = 8;
const usualPlaces = 20;

const empty = (zone: string) => ({
  title: '',
  place: '',
  zone,
  first: firstDayAfter(new Date(), ahead_days, zone),
  open: 2,
});
type Fields = ReturnType<typeof empty>;

export function SymposiumForm({ earlier }: { earlier: Head[] }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(() => empty(viewerZone()));
  const [like, setLike] = useState<Head>();
  const { plan, problem } = usePlan();
  const change = (changed: Partial<Fields>) => setFields({ ...fields, ...changed });
  const choose = (id: string | null) => {
    const chosen = earlier.find((one) => String(one.id) === id);
    setLike(chosen);
    if (chosen) change({ zone: chosen.time_zone, place: chosen.details?.place ?? '' });
  };
  return (
    <FormModal label={t('symposium.plan')} variant="filled" onSubmit={() => plan(fields, like)}>
      {earlier.length > 0 && (
        <Select
          clearable
          label={t('symposium.like')}
          data={earlier.map(({ id, details }) => ({ value: String(id), label: details?.title ?? t('erased') }))}
          value={like ? String(like.id) : null}
          onChange={choose}
        />
      )}
      <TextField
        required
        label={t('meeting.title')}
        maxLength={200}
        value={fields.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        required
        label={t('meeting.place')}
        maxLength={200}
        value={fields.place}
        onChange={(place) => change({ place })}
      />
      <Days fields={fields} change={change} isLike={like !== undefined} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

interface DaysProps {
  fields: Fields;
  change: (changed: Partial<Fields>) => void;
  isLike: boolean;
}

function Days({ fields: { zone, first, open }, change, isLike }: DaysProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        required
        searchable
        label={t('meeting.zone')}
        data={zones()}
        value={zone}
        onChange={(chosen) => chosen && change({ zone: chosen })}
      />
      <DayField
        required
        label={t('symposium.first')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={first && <DaysLeft until={toUtc(`${first}T09:00`, zone).toISOString()} />}
        value={first}
        onChange={(day) => change({ first: day })}
      />
      {isLike ? (
        <Text size="sm">{t('symposium.sameDays')}</Text>
      ) : (
        <NumberField
          required
          label={t('symposium.open')}
          description={t('symposium.openHint')}
          min={0}
          max={9}
          value={open}
          onChange={(count) => change({ open: count })}
        />
      )}
    </>
  );
}

/** Plans the meeting, then its sessions one after the other, and goes there; whether it was planned. */
function usePlan() {
  const { t } = useTranslation();
  const perform = useAct();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { problem, attempt } = useTry();

  const sessionsOf = async ({ first, open, zone }: Fields, like: Head | undefined): Promise<Planned[]> => {
    if (like) return likeThose(await queryClient.fetchQuery(meetingQuery(like.id)), first, zone);
    return daysFrom(first, open, zone, (day) =>
      day === open ? t('symposium.executiveDay') : t('symposium.openDay', { number: day + 1 }),
    );
  };
  const add = (meeting: number, { kind, title, starts, ends }: Planned) =>
    perform({
      words: '',
      command: (contents): Command => ({
        type: 'add-session',
        meeting,
        kind,
        title: contents.add(title),
        starts,
        ends,
      }),
    });
  const plan = async (fields: Fields, like: Head | undefined): Promise<boolean> => {
    let planned: number | undefined;
    await attempt(async () => {
      const sessions = await sessionsOf(fields, like);
      const receipt = await perform({
        words: '',
        command: (contents): Command => ({
          type: 'plan-meeting',
          kind: 'symposium',
          details: contents.add(JSON.stringify({ description: '', place: fields.place, title: fields.title })),
          ...spanOf(sessions),
          time_zone: fields.zone,
          capacity: like?.capacity ?? usualPlaces,
          commitment_minutes: like?.commitment_minutes ?? sessions.length * hoursOfDay * 60,
        }),
      });
      planned = receipt?.acts.find((one) => one.type === 'meeting-planned')?.meeting;
      if (planned === undefined) return;
      for (const session of sessions) await add(planned, session);
      await navigate({ to: '/meetings/$id', params: { id: planned } });
    });
    return planned !== undefined;
  };
  return { plan, problem };
}
