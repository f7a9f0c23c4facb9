// One key leads on and one back: those that a presenter's remote sends, too. With Shift, on to the next speaker.
import { useEffect } from 'react';

/** Whoever writes, or signs, means something else by these keys. */
const isBusyElsewhere = ({ target }: KeyboardEvent) =>
  document.querySelector('[role=dialog]') !== null ||
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null);

type Step = (() => void) | undefined;

function useKeys(stepOf: (event: KeyboardEvent) => Step) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isBusyElsewhere(event)) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return; // a browser's own
      const go = stepOf(event);
      if (!go) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

export function useStepKeys(forward: Step, back: Step) {
  useKeys(({ key, shiftKey }) => {
    if (shiftKey) return undefined;
    return key === 'PageDown' ? forward : key === 'PageUp' ? back : undefined;
  });
}

export function useSpeakerKey(next: Step) {
  useKeys(({ key, shiftKey }) => (shiftKey && key === 'PageDown' ? next : undefined));
}
