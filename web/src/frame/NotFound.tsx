// An address that leads nowhere.
import { Container, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../locales/i18n';
import { usePageTitle } from './usePageTitle';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle();
  return (
    <Container size="sm" py="xl" component="main">
      <Stack>
        <Title order={1}>{t('notFound.title')}</Title>
        <Text>{t('notFound.hint')}</Text>
        <Link to="/" className="text-link">
          {t('notFound.desk')}
        </Link>
      </Stack>
    </Container>
  );
}
