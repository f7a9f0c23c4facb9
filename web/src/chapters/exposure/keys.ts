// What the keys mean where one answers. Digits are meant by where they are, for not every keyboard has them without Shift.
import type { KeyboardEvent } from 'react';

type Key = number | 'last' | 'next' | 'back';

export function keyOf(event: KeyboardEvent, isMirrored: boolean): Key | undefined {
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
