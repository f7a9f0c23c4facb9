// One key leads on and one back: those that a presenter's remote sends, too.
import { useEffect } from 'react';

/** Whoever writes, or signs, means something else by these keys. */
const isBusyElsewhere = ({ target }: KeyboardEvent) =>
  document.querySelector('[role=dialog]') !== null ||
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null);

export function useStepKeys(forward: (() => void) | undefined, back: (() => void) | undefined) {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isBusyElsewhere(event)) return;
      const go = event.key === 'PageDown' ? forward : event.key === 'PageUp' ? back : undefined;
      if (!go) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  });
}
