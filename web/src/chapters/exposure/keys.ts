// What the keys mean where one answers. Digits are meant by where they are, for not every keyboard has them without Shift.
import { useDirection } from '@mantine/core';
import type { KeyboardEvent } from 'react';

type Key = number | 'last' | 'next' | 'back';

function keyOf(event: KeyboardEvent, isMirrored: boolean): Key | undefined {
  const { code, key, ctrlKey, altKey, metaKey, target } = event;
  if (ctrlKey || altKey || metaKey) return undefined;
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return Number(digit);
  if (code === 'KeyA' || key === 'a') return 'last';
  if (key === 'PageDown' || key === (isMirrored ? 'ArrowLeft' : 'ArrowRight')) return 'next';
  if (key === 'PageUp' || key === (isMirrored ? 'ArrowRight' : 'ArrowLeft')) return 'back';
  // A button does what it says.
  return key === 'Enter' && !(target instanceof HTMLButtonElement) ? 'next' : undefined;
}

interface Meant {
  /** One from 1 on; whether there is such an answer. */
  digit: (number: number) => boolean;
  skip: () => void;
  last: () => void;
  next: () => void;
  back: () => void;
}

/** What hears the keys, and leaves those to the browser that mean nothing here. */
export function useKeys(meant: Meant) {
  const { dir } = useDirection();
  return (event: KeyboardEvent) => {
    const key = keyOf(event, dir === 'rtl');
    if (key === undefined) return;
    if (typeof key === 'number' && key > 0) {
      if (meant.digit(key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    meant[typeof key === 'number' ? 'skip' : key]();
  };
}
