// What went wrong, in the reader's language, with the clause that is the reason.
import { Alert, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { Problem } from '../api/client';

/** Where the server is gone, they don't come either, and the next alert asks again. */
const loadSentences = () => import('../locales/sentences').catch(() => undefined);

export function ProblemAlert({ problem }: { problem: Problem }) {
  const { t, i18n } = useTranslation();
  const key = `problem.${problem.key}`;
  useEffect(() => void loadSentences(), []);
  return (
    <Alert
      color={problem.clause ? 'yellow' : 'red'}
      role="alert"
      title={problem.clause ? t('clauseTitle', { ...problem.clause }) : undefined}
    >
      <Text data-testid="problem">{i18n.exists(key) ? t(key, problem.values ?? {}) : problem.detail}</Text>
    </Alert>
  );
}
