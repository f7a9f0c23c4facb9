// The searches that this browser keeps, as they are now.
import { useEffect, useState } from 'react';

import type { Saved } from './savedSearches';
import { changed, savedSearches } from './savedSearches';

export function useSaved(): Saved[] {
  const [all, setAll] = useState(savedSearches);
  useEffect(() => {
    const read = () => setAll(savedSearches());
    window.addEventListener(changed, read);
    window.addEventListener('storage', read);
    return () => {
      window.removeEventListener(changed, read);
      window.removeEventListener('storage', read);
    };
  }, []);
  return all;
}
