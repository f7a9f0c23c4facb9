// Forms that propose something for decision: a motion, an amendment of the charter.
import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { charterQuery } from '../record/shared';
import { LongTextField, MomentField, TextField } from '../../components/fields';
import { isoOf, toUtc, viewerZone } from '../../components/time';
import type { MotionWords } from './MotionFields';
import { MotionWordsFields, SourceSelect } from './MotionFields';

type Method = Schemas['Motion']['method'];

export function MotionForm({ session }: { session?: number }) {
  const { t } = useTranslation();
  const [words, setWords] = useState<MotionWords>({ title: '', text: '' });
  const [method, setMethod] = useState<Method>(session === undefined ? 'silence' : 'vote');
  const [options, setOptions] = useState('');
  const [recorded, setRecorded] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  const list = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
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
  const clear = () => {
    setWords({ title: '', text: '' });
    setOptions('');
  };
  return (
    <ActForm label={t('motion.propose')} act={act} onDone={clear}>
      <MotionWordsFields minRows={3} value={words} onChange={setWords} />
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
          label={t('motion.options')}
          description={t('motion.optionsHint')}

          value={options}
          onChange={setOptions}
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
  const [title, setTitle] = useState('');
  const [source, setSource] = useState<string>();
  const [from, setFrom] = useState('');
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'propose-amendment',
      session,
      text: contents.add(JSON.stringify({ text: t('motion.amendmentText'), title })),
      charter: source ?? charter?.source ?? '',
      in_force_from: isoOf(toUtc(from, viewerZone())),
      recorded: true,
    }),
  });
  return (
    <ActForm label={t('motion.amend')} act={act}>
      <TextField required label={t('motion.title')} maxLength={200} value={title} onChange={setTitle} />
      <MomentField required label={t('motion.inForce')} value={from} onChange={setFrom} />
      <LongTextField
        required
        label={t('motion.newCharter')}

        minRows={8}
        maxRows={18}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={source ?? charter?.source ?? ''}
        onChange={setSource}
      />
    </ActForm>
  );
}
