// Long lists come in parts: the first at once, and more whenever the page has nothing else to do, so that it can be used meanwhile.
import { startTransition, useEffect, useState } from 'react';

/** How many of `total` are shown by now. Rows that are there already are kept from being drawn again by `memo`. */
export function useGrowing(total: number, part: number): number {
  const [shown, setShown] = useState(part);
  useEffect(() => {
    if (shown >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setShown(shown + part)));
    return () => clearTimeout(timer);
  }, [shown, total, part]);
  return Math.min(shown, total);
}
