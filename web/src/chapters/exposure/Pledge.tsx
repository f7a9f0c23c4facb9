// What is promised to whoever answers, and what can't be.
import { Card, Text, Title } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import './words';

/** Of fewer answers than `least` nothing is opened. */
export function Pledge({ least }: { least: number }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('exposure.promise.title')} data-testid="promise">
      <Title order={2} size="h4" mb="xs">
        {t('exposure.promise.title')}
      </Title>
      <Text mb="xs">{t('exposure.promise.holds', { least })}</Text>
      <Text>{t('exposure.promise.cannot')}</Text>
    </Card>
  );
}
