// A button of the header, and what it opens below: closed by Escape, by a press beside it, and where the keyboard leaves it.
import { Paper } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useRef } from 'react';

interface Props {
  label: string;
  opened: boolean;
  onClose: () => void;
  /** The button; it has the focus again when this is closed. */
  target: ReactNode;
  panel?: Ref<HTMLDivElement>;
  children: ReactNode;
}

export function Dropdown({ label, opened, onClose, target, panel, children }: Props) {
  const whole = useClickOutside<HTMLDivElement>(() => opened && onClose());
  const button = useRef<HTMLDivElement>(null);
  const escape = (event: KeyboardEvent) => {
    if (!opened || event.key !== 'Escape') return;
    onClose();
    button.current?.querySelector('button')?.focus();
  };
  return (
    <div
      ref={whole}
      onKeyDown={escape}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      <div ref={button}>{target}</div>
      {opened && (
        <Paper
          ref={panel}
          className="dropdown"
          withBorder
          shadow="md"
          p="md"
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          data-autofocus
        >
          <Focused>{children}</Focused>
        </Paper>
      )}
    </div>
  );
}

/** Brings the keyboard to what was opened. */
function Focused({ children }: { children: ReactNode }) {
  return <div ref={takeFocus}>{children}</div>;
}

function takeFocus(at: HTMLDivElement | null) {
  at?.parentElement?.focus();
}
