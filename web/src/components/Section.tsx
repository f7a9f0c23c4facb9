// A part of a page with its title.
import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  testId?: string;
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, testId, aside, children }: Props) {
  return (
    <Card withBorder component="section" aria-label={title} data-testid={testId}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Card>
  );
}
