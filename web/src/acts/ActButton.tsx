// A button that asks for one act, as it stands.
import type { ButtonProps } from '@mantine/core';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Act, Command } from './act';
import { useAct } from './useAct';

interface Props extends ButtonProps {
  command: Command | Act['command'];
  /** What the person is told to be signing; an act that isn't signed needs none. */
  words?: string;
  instead?: Act['instead'];
  children: ReactNode;
}

export function ActButton({ command, words = '', instead, ...button }: Props) {
  const perform = useAct();
  const ask = typeof command === 'function' ? command : () => command;
  const label = typeof button.children === 'string' ? button.children : undefined;
  return <Button {...button} onClick={() => void perform({ words, label, instead, command: ask })} />;
}
