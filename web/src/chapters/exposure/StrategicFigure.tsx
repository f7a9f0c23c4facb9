// What each of the five figures has: its value, where it goes, how many answers it is of, and a sentence.
import { Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/i18n';

import { StrategicTrend } from './StrategicTrend';
import type { TrendProps } from './StrategicTrend';

interface Props {
  name: 'turnout' | 'maturity' | 'movement' | 'events' | 'weak';
  value?: string;
  trend?: TrendProps;
  /** How many answers it is of. */
  base: string;
  sentence: string;
  children?: ReactNode;
}

export function StrategicFigure({ name, value, trend, base, sentence, children }: Props) {
  const { t } = useTranslation();
  const title = t(`strategic.figure.${name}`);
  return (
    <Card withBorder component="section" aria-label={title} padding="sm" data-testid={`figure-${name}`}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {value !== undefined && (
        <Text className="strategic-value" data-testid="value">
          <bdi>{value}</bdi>
        </Text>
      )}
      {trend && (
        <Group gap="xs">
          <StrategicTrend {...trend} />
        </Group>
      )}
      {children}
      <Text size="sm" mt={4}>
        {sentence}
      </Text>
      <Text size="xs" c="dimmed">
        {base}
      </Text>
    </Card>
  );
}

/** In its place, where nobody was asked for it in the last four quarters. */
export function NotAsked({ name }: Pick<Props, 'name'>) {
  const { t } = useTranslation();
  const title = t(`strategic.figure.${name}`);
  return (
    <Card withBorder component="section" aria-label={title} padding="sm" data-testid={`figure-${name}`}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {t('strategic.notAsked')}
      </Text>
    </Card>
  );
}
