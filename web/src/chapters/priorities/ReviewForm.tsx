// Puts a proposal before an executive session, as a motion with its very text (clause 7.2).
import { Checkbox, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { executiveSessionsQuery } from '../meetings/shared';
import { seenOf } from './seen';

const methods = ['vote', 'consensus'] as const;

export function ReviewForm({ priority }: { priority: Schemas['Priority'] }) {
  const { t } = useTranslation();
  const { data: sessions } = useQuery(executiveSessionsQuery);
  const [session, setSession] = useState<string | null>(null);
  const [method, setMethod] = useState<(typeof methods)[number]>('vote');
  const [recorded, setRecorded] = useState(false);
  const act = (): Act => ({
    words: t('words.review-priority', { title: priority.content?.title ?? t('erased') }),
    command: (): Command => ({
      type: 'review-priority',
      priority: priority.id,
      session: Number(session),
      method,
      recorded,
      seen: seenOf(priority),
    }),
  });
  return (
    <ActForm label={t('priority.review')} variant="filled" act={act}>
      <Text size="sm">{t('priority.reviewHint')}</Text>
      <Select
        required
        label={t('priority.session')}
        description={sessions?.length === 0 ? t('priority.noSession') : undefined}
        data={(sessions ?? []).map((one) => ({
          value: String(one.id),
          label: [one.meeting, one.session].filter(Boolean).join(' · '),
        }))}
        value={session}
        onChange={setSession}
      />
      <Select
        required
        label={t('motion.methodTitle')}
        data={methods.map((value) => ({ value, label: t(`motion.method.${value}`) }))}
        value={method}
        onChange={(value) => value && setMethod(value)}
      />
      <Checkbox
        label={t('motion.recordedLabel')}
        checked={recorded}
        onChange={(event) => setRecorded(event.currentTarget.checked)}
      />
    </ActForm>
  );
}
