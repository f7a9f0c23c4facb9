// Proposes a priority, or writes a proposed one anew.
import { MultiSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { DayEndField, dayOf, endOf } from '../../components/DayEnd';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import './words';

interface Props {
  /** What it could follow. */
  directions: Schemas['Direction'][];
  zone: string;
  /** The one that is written anew. */
  priority?: Schemas['Priority'];
}

export function PriorityForm({ directions, zone, priority }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState(priority?.content?.title ?? '');
  const [text, setText] = useState(priority?.content?.text ?? '');
  const [follows, setFollows] = useState((priority?.directions ?? []).map(String));
  const [ends, setEnds] = useState(dayOf(priority?.ends, zone));
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      ...(priority ? { type: 'revise-priority', priority: priority.id } : { type: 'propose-priority' }),
      text: contents.add(JSON.stringify({ title, ...(text === '' ? {} : { text }) })),
      directions: follows.map(Number),
      ends: endOf(ends, zone),
    }),
  });
  const goThere = async (receipt: Schemas['Receipt']) => {
    const proposed = receipt.acts.find((one) => one.type === 'priority-proposed');
    if (proposed) await navigate({ to: '/priorities/$id', params: { id: proposed.priority } });
  };
  return (
    <ActForm label={t(priority ? 'priority.revise' : 'priority.propose')} act={act} onDone={goThere}>
      <TextField required label={t('priority.title')} maxLength={300} value={title} onChange={setTitle} />
      <LongTextField label={t('priority.text')} minRows={4} maxLength={20000} value={text} onChange={setText} />
      <MultiSelect
        searchable
        label={t('priority.follows')}
        data={directions.map(({ id, content }) => ({ value: String(id), label: content?.title ?? t('erased') }))}
        value={follows}
        onChange={setFollows}
      />
      <DayEndField required zone={zone} label={t('priority.ends')} value={ends} onChange={setEnds} />
    </ActForm>
  );
}
