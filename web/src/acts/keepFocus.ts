// Where one was, kept while what one pressed goes away: an act often takes its own button off the page.
import { useCallback, useEffect, useRef } from 'react';

/** What had the focus last outside of dialogs, and all that it stood in, from within. */
let way: Element[] = [];

addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element) || target.closest('[role=dialog]')) return;
  const path: Element[] = [];
  for (let at: Element | null = target; at; at = at.parentElement) path.push(at);
  way = path;
});

const isLost = () => {
  const at = document.activeElement;
  return at === null || at === document.body || !at.isConnected;
};

/** What is left of it: the thing itself, or else the nearest part of the page that it stood in. */
function nearest(): HTMLElement | undefined {
  const left = way.filter((one): one is HTMLElement => one instanceof HTMLElement && one.isConnected);
  const [first] = left;
  if (first === way[0] && first !== undefined && !first.matches(':disabled')) return first;
  return left.find((one) => one.matches('article, section, main'));
}

/** Dialogs go, and what was read anew is shown, within this time. */
const settles_ms = 1000;
const looks_ms = 50;

/** Gives a way to put the focus back for as long as it gets lost by what was just done; wherever the person goes meanwhile, it stays. */
export function useFocusKept() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    const until = Date.now() + settles_ms;
    const look = () => {
      if (isLost()) {
        const place = nearest();
        // A part of the page takes it only where it is put there; nobody comes upon it by the Tab key.
        if (place && place.tabIndex < 0) place.tabIndex = -1;
        place?.focus({ preventScroll: true });
      }
      if (Date.now() < until) timer.current = setTimeout(look, looks_ms);
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(look, looks_ms);
  }, []);
}
