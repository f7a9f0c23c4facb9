// Waits for what a page reads: a skeleton meanwhile, and words when it can't be had.
import { Container, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { problemOf } from '../acts/problems';
import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { ProblemAlert } from './ProblemAlert';

interface Props<T, K extends QueryKey> {
  of: UseQueryOptions<T, Error, T, K>;
  children: (data: T) => ReactNode;
}

export function Query<T, K extends QueryKey>({ of, children }: Props<T, K>) {
  return <Loaded {...useQuery(of)}>{children}</Loaded>;
}

interface LoadedProps<T> {
  data: T | undefined;
  error: Error | null;
  children: (data: T) => ReactNode;
}

/** What leads to nothing, or is another's to read, has a heading for it, by which the window is called. */
function Unread({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const title = new Map([
    [403, t('notYours')],
    [404, t('notFound.title')],
  ]).get(problem.status);
  return (
    <Container size="sm">
      {title && (
        <Title order={1} mb="md">
          {title}
        </Title>
      )}
      <ProblemAlert problem={problem} />
      {problem.status === 404 && <Text mt="md">{t('notFound.hint')}</Text>}
    </Container>
  );
}

/** The same of what was asked for otherwise. */
export function Loaded<T>({ data, error, children }: LoadedProps<T>) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <Unread problem={problemOf(error)} />;
  return (
    <Stack aria-busy="true">
      <Skeleton height={32} width="40%" />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </Stack>
  );
}
