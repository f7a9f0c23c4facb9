// Proposes a priority, or writes a proposed one anew.
import { MultiSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
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
  const draft = useDraft(priority ? `priority ${priority.id}` : 'priority', {
    title: priority?.content?.title ?? '',
    text: priority?.content?.text ?? '',
    follows: (priority?.directions ?? []).map(String),
    ends: dayOf(priority?.ends, zone),
  });
  const { title, text, follows, ends } = draft.value;
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
    draft.drop();
    const proposed = receipt.acts.find((one) => one.type === 'priority-proposed');
    if (proposed) await navigate({ to: '/priorities/$id', params: { id: proposed.priority } });
  };
  return (
    <ActForm label={t(priority ? 'priority.revise' : 'priority.propose')} act={act} onDone={goThere}>
      <DraftNote draft={draft} />
      <TextField
        required
        label={t('priority.title')}
        maxLength={300}
        value={title}
        onChange={(typed) => draft.change({ title: typed })}
      />
      <LongTextField
        label={t('priority.text')}
        minRows={4}
        maxLength={20000}
        value={text}
        onChange={(typed) => draft.change({ text: typed })}
      />
      <MultiSelect
        searchable
        label={t('priority.follows')}
        data={directions.map(({ id, content }) => ({ value: String(id), label: content?.title ?? t('erased') }))}
        value={follows}
        onChange={(chosen) => draft.change({ follows: chosen })}
      />
      <DayEndField
        required
        zone={zone}
        label={t('priority.ends')}
        value={ends}
        onChange={(day) => draft.change({ ends: day })}
      />
    </ActForm>
  );
}
