// A question's id, with the way to all that is known of it.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function OutcomeLink({ set, id, children = id }: { set: string; id: string; children?: ReactNode }) {
  return (
    <Anchor
      inherit
      renderRoot={(props) => <Link to="/exposure/questions/$set/$question" params={{ set, question: id }} {...props} />}
    >
      {children}
    </Anchor>
  );
}
