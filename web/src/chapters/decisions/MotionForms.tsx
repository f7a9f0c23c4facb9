// Forms that propose something for decision: a motion, an amendment of the charter.
import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { charterQuery } from '../record/shared';
import { LongTextField, MomentField, TextField } from '../../components/fields';
import { isoOf, toUtc, viewerZone } from '../../components/time';
import { useAskedFor } from '../../components/useAskedFor';
import { MotionWordsFields, SourceSelect } from './MotionFields';
import { proposeMotion } from './toForms';

type Method = Schemas['Motion']['method'];

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function MotionForm({ session }: { session?: number }) {
  const { t } = useTranslation();
  const draft = useDraft(session === undefined ? 'motion' : `motion in ${session}`, {
    title: '',
    text: '',
    options: '',
  });
  const asked = useAskedFor(session === undefined ? proposeMotion : undefined);
  const { options, ...words } = draft.value;
  const [method, setMethod] = useState<Method>(session === undefined ? 'silence' : 'vote');
  const [recorded, setRecorded] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  const list = linesOf(options);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'propose-motion',
      ...(session === undefined ? {} : { session }),
      purpose: source ? 'release' : 'resolution',
      text: contents.add(JSON.stringify({ text: words.text, title: words.title })),
      options: method === 'vote' ? list.map((option) => contents.add(option)) : [],
      method,
      recorded,
      ...(source ? { source: Number(source) } : {}),
    }),
  });
  return (
    <ActForm {...asked} label={t('motion.propose')} act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <MotionWordsFields minRows={3} value={words} onChange={draft.change} />
      {session !== undefined && (
        <Select
          required
          label={t('motion.methodTitle')}
          data={(['vote', 'consensus'] as const).map((value) => ({ value, label: t(`motion.method.${value}`) }))}
          value={method}
          onChange={(value) => value && setMethod(value)}
        />
      )}
      {method === 'vote' && (
        <LongTextField
          field="options"
          label={t('motion.options')}
          description={t('motion.optionsHint')}

          value={options}
          onChange={(typed) => draft.change({ options: typed })}
        />
      )}
      {method !== 'silence' && (
        <Checkbox
          label={t('motion.recordedLabel')}
          checked={recorded}
          onChange={(e) => setRecorded(e.currentTarget.checked)}
        />
      )}
      <SourceSelect description={t('motion.sourceHint')} value={source} onChange={setSource} />
    </ActForm>
  );
}

export function AmendmentForm({ session }: { session: number }) {
  const { t } = useTranslation();
  const { data: charter } = useQuery(charterQuery);
  const draft = useDraft(`amendment in ${session}`, { title: '', source: '' });
  const title = draft.value.title;
  const source = draft.value.source || charter?.source || '';
  const [from, setFrom] = useState('');
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'propose-amendment',
      session,
      text: contents.add(JSON.stringify({ text: t('motion.amendmentText'), title })),
      charter: source,
      in_force_from: isoOf(toUtc(from, viewerZone())),
      recorded: true,
    }),
  });
  return (
    <ActForm label={t('motion.amend')} act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <TextField
        required
        field="title"
        label={t('motion.title')}
        maxLength={200}
        value={title}
        onChange={(typed) => draft.change({ title: typed })}
      />
      <MomentField required field="in_force_from" label={t('motion.inForce')} value={from} onChange={setFrom} />
      <LongTextField
        required
        field="charter"
        label={t('motion.newCharter')}

        minRows={8}
        maxRows={18}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={source}
        onChange={(typed) => draft.change({ source: typed })}
      />
    </ActForm>
  );
}
