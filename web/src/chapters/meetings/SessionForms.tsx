// Forms for the programme: sessions and their agenda.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { MomentField, NumberField, TextField } from '../../components/fields';
import { isoOf, toLocal, toUtc } from '../../components/time';

const kinds = ['open', 'members-only', 'executive'] as const;
type Kind = (typeof kinds)[number];

export function SessionForm({ meeting }: { meeting: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('executive');
  const [title, setTitle] = useState('');
  const [starts, setStarts] = useState(() => toLocal(new Date(meeting.starts), meeting.time_zone));
  const [ends, setEnds] = useState(() => toLocal(new Date(meeting.ends), meeting.time_zone));
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'add-session',
      meeting: meeting.id,
      kind,
      title: contents.add(title),
      starts: isoOf(new Date(Math.max(toUtc(starts, meeting.time_zone).getTime(), new Date(meeting.starts).getTime()))),
      ends: isoOf(new Date(Math.min(toUtc(ends, meeting.time_zone).getTime(), new Date(meeting.ends).getTime()))),
    }),
  });
  return (
    <ActForm label={t('session.add')} act={act}>
      <TextField required label={t('session.title')} maxLength={200} value={title} onChange={setTitle} />
      <Select
        required
        label={t('session.kindTitle')}
        data={kinds.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <MomentField
        required
        label={`${t('meeting.starts')} (${meeting.time_zone})`}
        value={starts}
        onChange={setStarts}
      />
      <MomentField required label={`${t('meeting.ends')} (${meeting.time_zone})`} value={ends} onChange={setEnds} />
    </ActForm>
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
      <TextField required label={t('session.item')} maxLength={300} value={text} onChange={setText} />
      <NumberField required label={t('session.minutes')} min={1} max={1440} value={minutes} onChange={setMinutes} />
    </ActForm>
  );
}
