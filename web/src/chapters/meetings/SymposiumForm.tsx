// Plans a symposium with its days in one step, laid out as most are or as an earlier one was.
import { Alert, Select, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
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
import { endOfDay, toUtc, viewerZone, zones } from '../../components/time';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { charterQuery } from '../record/shared';
import type { Planned } from './layout';
import { daysFrom, firstDayAfter, likeThose, noticeDueBy, spanOf } from './layout';
import { meetingQuery } from './queries';
import './words';

type Head = Schemas['MeetingHead'];

/** From when it is planned until notice is due: the programme is made. */
const making_days = 15;
/** Where the charter is not read yet. */
const usualNotice_days = 30;
const hoursOfDay = 8;
const usualPlaces = 20;

const empty = (zone: string) => ({ title: '', place: '', zone, open: 2 });
type Fields = ReturnType<typeof empty> & { first: string };

export function SymposiumForm({ earlier }: { earlier: Head[] }) {
  const { t } = useTranslation();
  const [typed, setFields] = useState<Omit<Fields, 'first'> & Partial<Fields>>(() => empty(viewerZone()));
  const notice = useQuery(charterQuery).data?.periods.symposium_notice_days ?? usualNotice_days;
  const fields = { first: firstDayAfter(new Date(), notice + making_days, typed.zone), ...typed };
  const [like, setLike] = useState<Head>();
  const { plan, problem } = usePlan();
  const change = (changed: Partial<Fields>) => setFields({ ...typed, ...changed });
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
      <Days fields={fields} notice={notice} change={change} isLike={like !== undefined} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

interface DaysProps {
  fields: Fields;
  /** So many days before the first one everybody is told. */
  notice: number;
  change: (changed: Partial<Fields>) => void;
  isLike: boolean;
}

function Days({ fields: { zone, first, open }, notice, change, isLike }: DaysProps) {
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
        description={first && <Ahead first={first} zone={zone} notice={notice} />}
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
      {!isLike && open === 0 && (
        <Alert color="yellow" variant="light">
          {t('symposium.noOpenDay')}
        </Alert>
      )}
    </>
  );
}

/** How long it is until then, and until when notice is due. */
function Ahead({ first, zone, notice }: { first: string; zone: string; notice: number }) {
  const { t } = useTranslation();
  const due = endOfDay(noticeDueBy(first, notice), zone).toISOString();
  return (
    <>
      <DaysLeft until={toUtc(`${first}T09:00`, zone).toISOString()} />{' '}
      <Text span size="xs" data-testid="notice-due">
        {t('symposium.noticeDue', { count: notice })} <When time={due} zone={zone} weekday /> <DaysLeft until={due} />
      </Text>
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
