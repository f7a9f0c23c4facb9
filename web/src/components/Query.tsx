// Waits for what a page reads: a skeleton meanwhile, and words when it can't be had.
import { Container, Skeleton, Stack } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { problemOf } from '../acts/problems';
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

/** The same of what was asked for otherwise. */
export function Loaded<T>({ data, error, children }: LoadedProps<T>) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error)
    return (
      <Container size="sm">
        <ProblemAlert problem={problemOf(error)} />
      </Container>
    );
  return (
    <Stack aria-busy="true">
      <Skeleton height={32} width="40%" />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </Stack>
  );
}
