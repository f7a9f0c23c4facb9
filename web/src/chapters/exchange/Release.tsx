// Letting an object leave the group: the proposal, and the marking once the group agreed (clause 5.4).
import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { MotionWords } from '../decisions/shared';
import { MotionWordsFields, SourceSelect } from '../decisions/shared';
import { useSend } from './useSend';

interface Props {
  page: Schemas['ObjectPage'];
}

export function Release({ page }: Props) {
  if (page.may.includes('release')) return <MarkReleased page={page} />;
  if (page.may.includes('propose-release')) return <ProposeRelease page={page} />;
  return null;
}

function MarkReleased({ page }: Props) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  return (
    <Alert title={t('exchange.releaseAgreed')}>
      {problem && <ProblemAlert problem={problem} />}
      <Button variant="light" onClick={() => void send(api.POST('/api/exchange/releases', { body: { id: page.id } }))}>
        {t('exchange.release')}
      </Button>
    </Alert>
  );
}

function ProposeRelease({ page }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState<MotionWords>({
    title: t('exchange.releaseTitle', { title: page.title }).slice(0, 200),
    text: t('exchange.releaseText', { title: page.title, id: page.id }),
  });
  const [source, setSource] = useState<string | null>(typeof page.by === 'number' ? String(page.by) : null);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'propose-motion',
      purpose: 'release',
      text: contents.add(JSON.stringify({ text: words.text, title: words.title })),
      options: [],
      method: 'silence',
      recorded: false,
      ...(source ? { source: Number(source) } : {}),
    }),
  });
  return (
    <div>
      <ActForm label={t('exchange.proposeRelease')} size="compact-sm" act={act}>
        <Text size="sm">{t('exchange.proposeReleaseHint')}</Text>
        <MotionWordsFields minRows={6} value={words} onChange={setWords} />
        <SourceSelect required value={source} onChange={setSource} />
      </ActForm>
    </div>
  );
}
