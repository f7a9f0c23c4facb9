// What a Lead says of its group: its kickoff, its plan, that it can't be done, what it delivered; and what the committee and the membership do
// about its end.
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { DayEndField, dayOf, endOf } from '../../components/DayEnd';
import { DayField, LongTextField, TextField } from '../../components/fields';
import { toLocal } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import { decisionId, DecisionSelect } from '../decisions/shared';
import { heldOn } from './midYear';
import { seenOf } from './terms';

type Page = Schemas['GroupPage'];

interface TextFormProps {
  label: string;
  /** What the text is. */
  text: string;
  hint?: string;
  color?: string;
  size?: string;
  words: string;
  /** Of the text's hash. */
  command: (text: string) => Command;
}

/** An act that says one text. */
export function TextForm({ label, text, hint, color, size = 'sm', words, command }: TextFormProps) {
  const [said, setSaid] = useState('');
  return (
    <ActForm
      label={label}
      size={size}
      variant="subtle"
      color={color}
      act={() => ({ words, command: (contents): Command => command(contents.add(said)) })}
      onDone={() => setSaid('')}
    >
      {hint && <Text size="sm">{hint}</Text>}
      <LongTextField required label={text} maxLength={10000} value={said} onChange={setSaid} />
    </ActForm>
  );
}

export function KickoffForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { time_zone: zone, proposed_at } = group;
  const [today] = useState(() => toLocal(new Date(), zone).slice(0, 10));
  const [day, setDay] = useState(today);
  return (
    <ActForm
      label={t(group.kickoff ? 'group.correctKickoff' : 'group.holdKickoff')}
      variant={group.kickoff ? 'subtle' : 'filled'}
      act={() => ({
        words: '',
        command: (): Command => ({
          type: 'hold-kickoff',
          group: group.id,
          held: heldOn(day, zone, proposed_at, new Date()).toISOString(),
        }),
      })}
    >
      <DayField
        required
        label={t('group.kickoffDay')}
        min={toLocal(new Date(proposed_at), zone).slice(0, 10)}
        max={today}
        value={day}
        onChange={setDay}
      />
    </ActForm>
  );
}

export function PlanForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const last = group.plans[0]?.content;
  const draft = useDraft(`plan of group ${group.id}`, {
    summary: last?.summary ?? '',
    plan: last?.plan ?? '',
    link: last?.link ?? '',
  });
  const { summary, plan, link } = draft.value;
  const of = (name: keyof typeof draft.value) => ({
    value: draft.value[name],
    onChange: (typed: string) => draft.change({ [name]: typed }),
  });
  return (
    <ActForm
      label={t(group.planned_at ? 'group.fileNextPlan' : 'group.filePlan')}
      variant={group.planned_at ? 'subtle' : 'filled'}
      onDone={draft.drop}
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'file-plan',
          group: group.id,
          plan: contents.add(JSON.stringify({ summary, plan, ...(link ? { link } : {}) })),
        }),
      })}
    >
      <DraftNote draft={draft} />
      <LongTextField required label={t('group.summary')} maxLength={10000} {...of('summary')} />
      <LongTextField required label={t('group.plan')} minRows={4} maxLength={20000} {...of('plan')} />
      <TextField label={t('group.link')} maxLength={2000} {...of('link')} />
    </ActForm>
  );
}

const ways = ['new-lead', 'narrower', 'end'] as const;

/** One act, and nobody is to blame. */
export function InabilityForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<(typeof ways)[number] | null>(null);
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('group.declareInability')}
      variant="subtle"
      act={() => ({
        words: t('words.declare-inability', {
          title: group.title ?? t('erased'),
          way: way ? t(`group.way.${way}`) : '',
        }),
        command: (contents): Command => ({
          type: 'declare-inability',
          group: group.id,
          way: way ?? 'new-lead',
          reason: contents.add(reason),
          seen: seenOf(group),
        }),
      })}
    >
      <Text size="sm">{t('group.inabilityHint')}</Text>
      <Radio.Group
        required
        label={t('group.wayOn')}
        value={way}
        onChange={(value) => setWay(value as (typeof ways)[number])}
      >
        <Stack gap="xs" mt="xs">
          {ways.map((value) => (
            <Radio
              key={value}
              required
              value={value}
              label={t(`group.way.${value}`)}
              description={t(`group.wayHint.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <LongTextField required label={t('reason')} maxLength={10000} value={reason} onChange={setReason} />
    </ActForm>
  );
}

export function ExtendForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const zone = group.time_zone;
  const [ends, setEnds] = useState(dayOf(group.ends, zone));
  const [decision, setDecision] = useState<string | null>(null);
  return (
    <ActForm
      label={t('group.extend')}
      variant="subtle"
      act={() => ({
        words: t('words.extend-group', { title: group.title ?? t('erased'), ends, decision: decision ?? '' }),
        command: (): Command => ({
          type: 'extend-group',
          group: group.id,
          ends: endOf(ends, zone),
          decision: decisionId(decision),
          seen: seenOf(group),
        }),
      })}
    >
      <DayEndField required zone={zone} label={t('group.newEnd')} value={ends} onChange={setEnds} />
      <DecisionSelect value={decision} onChange={setDecision} />
    </ActForm>
  );
}
