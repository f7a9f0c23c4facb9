// What went wrong, in the reader's language, with the clause that is the reason.
import { Alert, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { useSentenceOf } from './useSentences';

export function ProblemAlert({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const sentenceOf = useSentenceOf();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a long form it may stand where nobody looks.
    if (place.current?.closest('[role=dialog]')) place.current.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <Alert
      ref={place}
      color={problem.clause ? 'yellow' : 'red'}
      role="alert"
      title={problem.clause ? t('clauseTitle', { ...problem.clause }) : undefined}
    >
      <Text data-testid="problem">{sentenceOf(problem)}</Text>
    </Alert>
  );
}
