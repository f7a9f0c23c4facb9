// A page that can't be shown: its place says so, and the frame with its menu stays.
import { Button, Container, Group, Stack } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';

import { problemOf } from '../acts/problems';
import { ProblemAlert } from '../components/ProblemAlert';
import { useTranslation } from '../locales/i18n';

export function Failed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  useEffect(() => console.error(error), [error]); // where whoever mends it looks
  return (
    <Container size="sm" py="xl">
      <Stack>
        <ProblemAlert problem={problemOf(error)} />
        <Group>
          <Button variant="light" onClick={reset}>
            {t('tryAgain')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
