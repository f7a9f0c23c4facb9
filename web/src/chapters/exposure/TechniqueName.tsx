// A technique by its id and name, with the way to the exchange, where it is there.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Seen } from './seenWeak';

export function TechniqueName({ of: { technique, name, object } }: { of: Seen }) {
  const label = name === undefined ? technique : `${technique} ${name}`;
  if (object === undefined) return <>{label}</>;
  return (
    <Anchor inherit component={Link} to={`/exchange/object/${object}`}>
      {label}
    </Anchor>
  );
}
