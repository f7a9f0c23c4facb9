// What went wrong, in the reader's language, with the clause that is the reason.
import { Alert, Text } from '@mantine/core';

import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { useSentences } from './useSentences';

export function ProblemAlert({ problem }: { problem: Problem }) {
  const { t, i18n } = useTranslation();
  const key = `problem.${problem.key}` as const;
  useSentences();
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
