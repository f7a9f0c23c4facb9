// The way into a round: answer, take what was answered last, or cast without answering.
import { Button, Group, Stack, Text } from '@mantine/core';

import type { Problem } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { PlacedQuestion } from './asks';
import type { Given } from './paper';

export interface StepProps {
  placed: PlacedQuestion[];
  given: Given;
  /** How many questions that are not decided were answered last time. */
  open: number;
  problem: Problem | undefined;
  busy: boolean;
  onLast: () => void;
  onGo: (to: number) => void;
}

interface Props extends StepProps {
  /** Where one was. */
  at: number;
  onReview: () => void;
  onEmpty: () => void;
}

export const answeredIn = (given: Given) => Object.values(given).filter((names) => names.length > 0).length;

export function Start({ placed, given, open, at, problem, busy, onLast, onGo, onReview, onEmpty }: Props) {
  const { t } = useTranslation();
  const count = answeredIn(given);
  const isBegun = Object.keys(given).length > 0;
  return (
    <Stack gap="sm">
      <Text>{t('answering.start', { count: placed.length })}</Text>
      {isBegun && <Text>{t('answering.begun', { count, all: placed.length })}</Text>}
      {problem && <ProblemAlert problem={problem} />}
      <Group>
        <Button onClick={() => onGo(at)}>{t(isBegun ? 'answering.goOn' : 'answering.begin')}</Button>
        {open > 0 && (
          <Button variant="light" onClick={onLast}>
            {t('answering.allAsLast', { count: open })}
          </Button>
        )}
        {isBegun && (
          <Button variant="default" onClick={onReview}>
            {t('answering.review')}
          </Button>
        )}
      </Group>
      {!isBegun && (
        <>
          <Text size="sm" c="dimmed">
            {t('answering.emptyHint')}
          </Text>
          <Group>
            <Button variant="subtle" loading={busy} onClick={onEmpty}>
              {t('answering.empty')}
            </Button>
          </Group>
        </>
      )}
      {busy && <Text size="sm">{t('answering.encrypting')}</Text>}
    </Stack>
  );
}
