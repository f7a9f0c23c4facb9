// Adds an item, or says it otherwise.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { DayEndField, dayOf, endOf } from '../../components/DayEnd';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { decisionId, DecisionSelect } from '../decisions/shared';
import { organizationsQuery } from '../membership/shared';
import type { Around } from './ItemTable';
import { itemText } from './written';
import './words';

type Item = Schemas['Item'];
type Kind = Schemas['ItemKind'];

const kinds: Kind[] = ['milestone', 'action'];

interface SelectProps {
  label?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  required?: boolean;
  /** One that it is not given to. */
  but?: string | null;
}

export function HolderSelect({ but, required = true, ...select }: SelectProps) {
  const { t } = useTranslation();
  const { data } = useQuery(organizationsQuery);
  return (
    <Select
      required={required}
      searchable
      label={t('item.column.holder')}
      data={(data?.organizations ?? [])
        .filter(({ key }) => key !== but)
        .map(({ id, key }) => ({ value: String(id), label: key }))}
      {...select}
    />
  );
}

/** Groups that are not over. */
export function GroupSelect({ groups, ...select }: SelectProps & { groups: Schemas['GroupRow'][] }) {
  const { t } = useTranslation();
  return (
    <Select
      searchable
      clearable
      label={t('item.column.group')}
      data={groups
        .filter(({ over_at }) => over_at === null)
        .map(({ id, title }) => ({ value: String(id), label: title ?? t('item.groupNumber', { number: id }) }))}
      {...select}
    />
  );
}

function KindSelect({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      required
      allowDeselect={false}
      label={t('item.kindTitle')}
      data={kinds.map((kind) => ({ value: kind, label: t(`item.kind.${kind}`) }))}
      value={value}
      onChange={(kind) => onChange(kind as Kind)}
    />
  );
}

/** `group`: of the one that is looked at. */
export function AddForm({ around: { groups, zone }, group: looked }: { around: Around; group?: number }) {
  const { t } = useTranslation();
  const led = groups.filter(({ is_lead, over_at }) => is_lead && over_at === null);
  const first = looked ?? (led.length === 1 ? led[0]?.id : undefined);
  const [kind, setKind] = useState<Kind>('action');
  const draft = useDraft(looked === undefined ? 'item' : `item of group ${looked}`, { title: '', text: '', due: '' });
  const { title, text, due } = draft.value;
  const of = (name: keyof typeof draft.value) => ({
    value: draft.value[name],
    onChange: (typed: string) => draft.change({ [name]: typed }),
  });
  const [group, setGroup] = useState<string | null>(first === undefined ? null : String(first));
  const [holder, setHolder] = useState<string | null>(null);
  const [decision, setDecision] = useState<string | null>(null);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'add-items',
      texts: [contents.add(itemText({ title, text }))],
      items: [
        {
          kind,
          holder: Number(holder),
          ...(group === null ? {} : { group: Number(group) }),
          ...(decision === null ? {} : { decision: decisionId(decision) }),
          ...(due === '' ? {} : { due: endOf(due, zone) }),
        },
      ],
    }),
  });
  return (
    <ActForm label={t('item.add')} act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <TextField required label={t('item.column.title')} maxLength={300} {...of('title')} />
      <LongTextField label={t('item.text')} maxLength={5000} {...of('text')} />
      <KindSelect value={kind} onChange={setKind} />
      <GroupSelect required={kind === 'milestone'} groups={groups} value={group} onChange={setGroup} />
      <HolderSelect value={holder} onChange={setHolder} />
      <DayEndField zone={zone} label={t('item.column.due')} {...of('due')} />
      <DecisionSelect required={false} value={decision} onChange={setDecision} />
    </ActForm>
  );
}

export function ChangeForm({ item, zone }: { item: Item; zone: string }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(item.content?.title ?? '');
  const [text, setText] = useState(item.content?.text ?? '');
  const [due, setDue] = useState(dayOf(item.due, zone));
  // A day that was not touched is the time that it was, of which a program may have set the hour, too.
  const until = due === dayOf(item.due, zone) ? item.due : due === '' ? null : endOf(due, zone);
  return (
    <ActForm
      label={t('item.change')}
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'change-item',
          item: item.id,
          text: contents.add(itemText({ title, text })),
          ...(until === null ? {} : { due: until }),
        }),
      })}
    >
      <TextField required label={t('item.column.title')} maxLength={300} value={title} onChange={setTitle} />
      <LongTextField label={t('item.text')} maxLength={5000} value={text} onChange={setText} />
      <DayEndField zone={zone} label={t('item.column.due')} value={due} onChange={setDue} />
    </ActForm>
  );
}
