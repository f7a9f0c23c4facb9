// Shows in words what a person is about to sign.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';

import { useTranslation } from '../locales/i18n';
import { loadSignedValues } from './loadSignedValues';

const SignedValues = lazy(loadSignedValues);

export interface Question {
  words: string;
  /** What the passkey signs. */
  message: string;
  answer: (agreed: boolean) => void;
}

/** `busy` from the yes until it is done. */
export function SignDialog({ question, busy }: { question: Question | undefined; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal
      zIndex={400}
      opened={question !== undefined}
      onClose={() => question?.answer(false)}
      title={t('act.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text fw={600} data-testid="act-words">
          {question?.words}
        </Text>
        <Text size="sm" c="dimmed">
          {t('act.explain')}
        </Text>
        <Suspense>{question && <SignedValues message={question.message} />}</Suspense>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => question?.answer(false)}>
            {t('cancel')}
          </Button>
          <Button loading={busy} data-autofocus onClick={() => question?.answer(true)}>
            {t('act.sign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
