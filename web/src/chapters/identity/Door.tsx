// The frame of the pages outside: signing in, enrolling, recovering.
import { Center, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { communityQuery } from '../../api/queries';

export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { data } = useQuery(communityQuery);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={440}>
        <Stack>
          <img src="/icon.svg" alt={data?.name ?? ''} width={44} height={44} />
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
