// Proposes a group by its terms of reference, or writes them anew.
import { Group, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { DayEndField, dayOf, endOf } from '../../components/DayEnd';
import { LongTextField, NumberField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { termsOf, written } from './terms';
import './words';

const markings = ['clear', 'green', 'amber', 'amber-strict', 'red'] as const;

interface Draft {
  title: string;
  purpose: string;
  /** One a line. */
  outputs: string;
  notInScope: string;
  marking: Schemas['GroupMarking'];
  leadHours: number;
  memberHours: number;
  /** Days. */
  kickoffBy: string;
  planBy: string;
  ends: string;
}

function draftOf(group: Schemas['GroupPage'] | undefined, zone: string): Draft {
  const terms = termsOf(group?.versions[0]?.terms?.text);
  const frame = group?.frame;
  return {
    title: terms?.title ?? '',
    purpose: terms?.purpose ?? '',
    outputs: (terms?.outputs ?? []).join('\n'),
    notInScope: terms?.not_in_scope ?? '',
    marking: frame?.marking ?? 'amber',
    leadHours: frame?.lead_hours ?? 8,
    memberHours: frame?.member_hours ?? 4,
    kickoffBy: dayOf(frame?.kickoff_by, zone),
    planBy: dayOf(frame?.plan_by, zone),
    ends: dayOf(frame?.ends, zone),
  };
}

const termsIn = ({ title, purpose, outputs, notInScope }: Draft) =>
  written({ title, purpose, outputs: linesOf(outputs), not_in_scope: notInScope });

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const frameIn = (draft: Draft, zone: string): Schemas['GroupFrame'] => ({
  marking: draft.marking,
  lead_hours: draft.leadHours,
  member_hours: draft.memberHours,
  kickoff_by: endOf(draft.kickoffBy, zone),
  plan_by: endOf(draft.planBy, zone),
  ends: endOf(draft.ends, zone),
});

interface Props {
  zone: string;
  /** That a new group pursues. */
  priority: number;
  /** The one whose terms are written anew. */
  group?: Schemas['GroupPage'];
}

export function TermsForm({ zone, priority, group }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kept = useDraft(group ? `terms of group ${group.id}` : `group for ${priority}`, draftOf(group, zone));
  const draft = kept.value;
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      ...(group ? { type: 'revise-group', group: group.id } : { type: 'propose-group', priority }),
      terms: contents.add(termsIn(draft)),
      frame: frameIn(draft, zone),
    }),
  });
  const goThere = async (receipt: Schemas['Receipt']) => {
    kept.drop();
    const proposed = receipt.acts.find((one) => one.type === 'group-proposed');
    if (proposed) await navigate({ to: '/groups/$id', params: { id: proposed.group } });
  };
  return (
    <ActForm label={t(group ? 'group.revise' : 'group.propose')} act={act} onDone={goThere}>
      <DraftNote draft={kept} />
      <Fields draft={draft} zone={zone} onChange={kept.change} />
    </ActForm>
  );
}

interface FieldsProps {
  draft: Draft;
  zone: string;
  onChange: (changed: Partial<Draft>) => void;
}

function Fields({ draft, zone, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const of = <Name extends keyof Draft>(name: Name) => ({
    value: draft[name],
    onChange: (value: Draft[Name]) => onChange({ [name]: value }),
  });
  return (
    <>
      <TextField required label={t('group.title')} maxLength={300} {...of('title')} />
      <LongTextField required label={t('group.purpose')} minRows={3} maxLength={5000} {...of('purpose')} />
      <LongTextField required label={t('group.outputs')} description={t('group.outputsHint')} {...of('outputs')} />
      <LongTextField label={t('group.notInScope')} maxLength={5000} {...of('notInScope')} />
      <Select
        required
        label={t('group.marking')}
        data={markings.map((value) => ({ value, label: t(`group.markings.${value}`) }))}
        value={draft.marking}
        onChange={(marking) => marking && onChange({ marking })}
      />
      <Group grow align="flex-start">
        <NumberField required min={1} max={200} label={t('group.leadHours')} {...of('leadHours')} />
        <NumberField required min={1} max={200} label={t('group.memberHours')} {...of('memberHours')} />
      </Group>
      <DayEndField required zone={zone} label={t('group.kickoffUntil')} {...of('kickoffBy')} />
      <DayEndField required zone={zone} label={t('group.planUntil')} {...of('planBy')} />
      <DayEndField required zone={zone} label={t('group.endsUntil')} {...of('ends')} />
    </>
  );
}
