// A section of the form.
import { Fieldset, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset legend={title}>
      <Stack gap="sm">{children}</Stack>
    </Fieldset>
  );
}
