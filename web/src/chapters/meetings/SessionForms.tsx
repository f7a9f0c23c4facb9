// Forms for the programme: sessions and their agenda.
import { Select } from '@mantine/core';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { NumberField, TextField } from '../../components/fields';
import type { Moment } from '../../components/Moment';
import { MomentIn, momentOf } from '../../components/Moment';
import { useTranslation } from '../../locales/i18n';
import { nextFreeDay } from './layout';
import { timesWithin } from './times';
import './words';

const kinds = ['open', 'members-only', 'executive'] as const;
type Kind = (typeof kinds)[number];

type Session = Schemas['MeetingSession'];
/** In which a session lies. */
export type Frame = Pick<Schemas['Meeting'], 'id' | 'starts' | 'ends' | 'time_zone'>;

/** The times of a session, as a form holds them: those that it begins with, until others are chosen. */
function useTimes({ time_zone }: Frame, { starts, ends }: { starts: string; ends: string }) {
  const [from, setFrom] = useState<Moment>();
  const [until, setUntil] = useState<Moment>();
  return {
    from: from ?? momentOf(new Date(starts), time_zone),
    setFrom,
    until: until ?? momentOf(new Date(ends), time_zone),
    setUntil,
    begin: () => {
      setFrom(undefined);
      setUntil(undefined);
    },
  };
}

function TimeFields({ meeting, times }: { meeting: Frame; times: ReturnType<typeof useTimes> }) {
  const { t } = useTranslation();
  const zone = meeting.time_zone;
  const { from, setFrom, until, setUntil } = times;
  return (
    <>
      <MomentIn required label={`${t('meeting.starts')} (${zone})`} zone={zone} value={from} onChange={setFrom} />
      <MomentIn required label={`${t('meeting.ends')} (${zone})`} zone={zone} value={until} onChange={setUntil} />
    </>
  );
}

/** Begins on the next day of the meeting that has none, and again so once one was added. */
export function SessionForm({ meeting }: { meeting: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('open');
  const [title, setTitle] = useState('');
  const times = useTimes(meeting, nextFreeDay(meeting));
  const begin = () => {
    setKind('open');
    setTitle('');
    times.begin();
  };
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'add-session',
      meeting: meeting.id,
      kind,
      title: contents.add(title),
      ...timesWithin(meeting, times.from, times.until),
    }),
  });
  return (
    <ActForm label={t('session.add')} act={act} onDone={begin}>
      <TextField required label={t('session.title')} maxLength={200} value={title} onChange={setTitle} />
      <Select
        required
        label={t('session.kindTitle')}
        data={kinds.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <TimeFields meeting={meeting} times={times} />
    </ActForm>
  );
}

/** Its title and times; its kind stays. */
export function ChangeSessionForm({ session, meeting }: { session: Session; meeting: Frame }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(session.title ?? '');
  const times = useTimes(meeting, session);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'change-session',
      session: session.id,
      title: contents.add(title),
      ...timesWithin(meeting, times.from, times.until),
    }),
  });
  return (
    <ActForm label={t('session.change')} act={act}>
      <TextField required label={t('session.title')} maxLength={200} value={title} onChange={setTitle} />
      <TimeFields meeting={meeting} times={times} />
    </ActForm>
  );
}

interface ItemProps {
  text: string;
  minutes: number;
  onText: (text: string) => void;
  onMinutes: (minutes: number) => void;
}

function ItemFields({ text, minutes, onText, onMinutes }: ItemProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        required
        label={t('session.item')}
        description={t('session.itemHint')}
        maxLength={300}
        value={text}
        onChange={onText}
      />
      <NumberField required label={t('session.minutes')} min={1} max={1440} value={minutes} onChange={onMinutes} />
    </>
  );
}

export function AgendaForm({ session }: { session: number }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState(30);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({ type: 'add-agenda-item', session, item: contents.add(text), minutes }),
  });
  return (
    <ActForm label={t('session.addItem')} act={act} onDone={() => setText('')}>
      <ItemFields {...{ text, minutes }} onText={setText} onMinutes={setMinutes} />
    </ActForm>
  );
}

export function ChangeItemForm({ session, item }: { session: number; item: Session['agenda'][number] }) {
  const { t } = useTranslation();
  const [text, setText] = useState(item.text ?? '');
  const [minutes, setMinutes] = useState(item.minutes);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'change-agenda-item',
      session,
      item: item.item,
      text: contents.add(text),
      minutes,
    }),
  });
  return (
    <ActForm label={t('session.changeItem')} size="compact-xs" variant="subtle" act={act}>
      <ItemFields {...{ text, minutes }} onText={setText} onMinutes={setMinutes} />
    </ActForm>
  );
}
